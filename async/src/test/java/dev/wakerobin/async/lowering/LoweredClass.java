package dev.wakerobin.async.lowering;

import dev.wakerobin.async.RestrictionException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A class of a library whose every call is awaited, and whose every method runs as a frame:
///
/// ```java
/// int m(String a) {
///   return (int) Driver.run(Host$m$async3.class, new Object[] {this, a});
/// }
/// ```
final class LoweredClass {
  private static final ClassDesc DRIVER = Driver.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc RUNNING =
      MethodTypeDesc.of(
          ConstantDescs.CD_Object, ConstantDescs.CD_Class, ConstantDescs.CD_Object.arrayType());

  private final ClassFile files;
  private final ClassModel model;
  private final ClassFiles relatives;
  private final Tally tally;
  private final AwaitedCalls calls;
  private final Map<String, ClassDesc> frames = new HashMap<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  LoweredClass(
      ClassFile files,
      ClassModel model,
      ClassFiles relatives,
      Predicate<String> isInherited,
      Tally tally) {
    this.files = files;
    this.model = model;
    this.relatives = relatives;
    this.tally = tally;
    this.calls =
        new AwaitedCalls(
            model.thisClass().asSymbol(), model.flags().has(AccessFlag.INTERFACE), isInherited);
  }

  /// The class and its frames, by internal name. There is nothing if the class cannot be rewritten:
  /// for want of another class that it names, or because it would be too large.
  Map<String, byte[]> classes() {
    EveryCallAwaits awaiting = new EveryCallAwaits(files, model, calls);
    byte[] rewritten;
    try {
      rewritten = awaiting.withAwaitingMethods();
    } catch (IllegalArgumentException e) {
      tally.refused("class cannot be rewritten: " + e.getMessage());
      return Map.of();
    }
    lower(HostClass.parse(rewritten, relatives), awaiting);
    ClassTransform replacing = this::replace;
    byte[] host =
        files.transformClass(model, replacing.andThen(ClassTransform.endHandler(calls::addTo)));
    classes.put(model.thisClass().asInternalName(), host);
    return classes;
  }

  private void lower(HostClass host, EveryCallAwaits awaiting) {
    for (MethodModel method : model.methods()) {
      if (EveryCallAwaits.isOrdinary(method)) {
        String name = awaiting.name(method);
        MethodTypeDesc type = EveryCallAwaits.type(method);
        lower(host, method, host.method(name, type.descriptorString()).orElseThrow());
      }
    }
  }

  private static String key(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
  }

  private void lower(HostClass host, MethodModel method, MethodModel awaiting) {
    String name = host.name() + "$" + method.methodName().stringValue() + "$async" + frames.size();
    try {
      if (Lowering.isNeeded(host, awaiting)) {
        classes.put(name, Lowering.lower(host, awaiting, Lambda.LAMBDA, name));
        frames.put(key(method), ClassDesc.ofInternalName(name));
        tally.lowered(awaits(awaiting.code().orElseThrow()));
      }
    } catch (RestrictionException e) {
      tally.refused(e.restriction().toString());
    } catch (RuntimeException e) {
      tally.complain(name + " was not lowered: " + e);
    }
  }

  private static int awaits(CodeModel code) {
    return (int) code.elementStream().filter(element -> Awaits.of(element).isPresent()).count();
  }

  private void replace(ClassBuilder to, ClassElement element) {
    if (element instanceof MethodModel method && method.code().isPresent()) {
      to.transformMethod(method, (made, part) -> replace(made, part, method));
    } else {
      EveryCallAwaits.raiseVersion(to, element);
    }
  }

  private void replace(MethodBuilder to, MethodElement element, MethodModel method) {
    ClassDesc frame = frames.get(key(method));
    if (!(element instanceof CodeModel code)) {
      to.with(element);
    } else if (frame == null) {
      to.transformCode(code, CodeBuilder::with); // Which writes a new table of types.
    } else {
      to.withCode(run -> writeRun(run, method, frame));
    }
  }

  private void writeRun(CodeBuilder code, MethodModel method, ClassDesc frame) {
    List<ClassDesc> parameters = new ArrayList<>(method.methodTypeSymbol().parameterList());
    if (!method.flags().has(AccessFlag.STATIC)) {
      parameters.addFirst(model.thisClass().asSymbol());
    }
    code.loadConstant(frame).loadConstant(parameters.size()).anewarray(ConstantDescs.CD_Object);
    int slot = 0;
    for (int i = 0; i < parameters.size(); i++) {
      TypeKind kind = TypeKind.from(parameters.get(i));
      code.dup().loadConstant(i).loadLocal(kind, slot);
      Boxes.box(code, parameters.get(i));
      code.aastore();
      slot += kind.slotSize();
    }
    code.invokestatic(DRIVER, "run", RUNNING);
    ClassDesc returned = method.methodTypeSymbol().returnType();
    if (returned.equals(ConstantDescs.CD_void)) {
      code.return_();
    } else {
      Boxes.unbox(code, returned);
      code.return_(TypeKind.from(returned));
    }
  }
}
