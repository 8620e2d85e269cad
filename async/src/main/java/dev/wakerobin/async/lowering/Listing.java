package dev.wakerobin.async.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The code of one method, numbered: instructions, labels and lines in order, what the compiler
/// says of the types at each label, and the names of the variables.
final class Listing {
  private final HostClass host;
  private final MethodModel method;
  private final CodeAttribute code;
  private final List<CodeElement> elements = new ArrayList<>();
  private final Map<Label, Integer> places = new HashMap<>();
  private final Map<Integer, StackMapFrameInfo> frames = new HashMap<>();
  private final List<LocalVariable> variables = new ArrayList<>();

  Listing(HostClass host, MethodModel method, CodeAttribute code) {
    this.host = host;
    this.method = method;
    this.code = code;
    for (CodeElement element : code) {
      if (element instanceof LocalVariable variable) {
        variables.add(variable);
      }
      if (element instanceof LabelTarget target) {
        places.put(target.label(), elements.size());
      }
      elements.add(element);
    }
    Optional<StackMapTableAttribute> table = code.findAttribute(Attributes.stackMapTable());
    if (table.isPresent()) {
      for (StackMapFrameInfo frame : table.get().entries()) {
        frames.put(place(frame.target()), frame);
      }
    }
  }

  HostClass host() {
    return host;
  }

  MethodModel method() {
    return method;
  }

  int size() {
    return elements.size();
  }

  CodeElement element(int at) {
    return elements.get(at);
  }

  List<ExceptionCatch> handlers() {
    return code.exceptionHandlers();
  }

  /// Whether what an element throws goes to that handler.
  boolean covers(ExceptionCatch handler, int at) {
    return place(handler.tryStart()) <= at && at < place(handler.tryEnd());
  }

  int slots() {
    return code.maxLocals();
  }

  int bytes() {
    return code.codeLength();
  }

  /// The number of the element that is this label.
  int place(Label label) {
    Integer place = places.get(label);
    if (place == null) {
      throw new IllegalArgumentException("a label of other code");
    }
    return place;
  }

  /// The number of the instruction that follows the label.
  int instructionAfter(Label label) {
    int at = place(label);
    while (!(elements.get(at) instanceof Instruction)) {
      at++;
    }
    return at;
  }

  boolean isStatic() {
    return method.flags().has(java.lang.reflect.AccessFlag.STATIC);
  }

  /// What the method is given: first the object it is called on, if there is one.
  List<ClassDesc> parameters() {
    List<ClassDesc> all = new ArrayList<>(method.methodTypeSymbol().parameterList());
    if (!isStatic()) {
      all.addFirst(host.type());
    }
    return all;
  }

  /// The types where the code begins.
  Shape entry() {
    Shape shape = Shape.empty(slots());
    int slot = 0;
    for (ClassDesc parameter : parameters()) {
      shape.store(slot, Type.of(parameter));
      slot += TypeKind.from(parameter).slotSize();
    }
    return shape;
  }

  /// The types at a label as the compiler has written them down; null if it has not.
  @Nullable Shape shapeAt(int place) {
    StackMapFrameInfo frame = frames.get(place);
    if (frame == null) {
      return null;
    }
    Shape shape = Shape.empty(slots());
    int slot = 0;
    for (VerificationTypeInfo info : frame.locals()) {
      Type type = Type.of(info, this);
      shape.store(slot, type);
      slot += type.slots();
    }
    for (VerificationTypeInfo info : frame.stack()) {
      shape.push(Type.of(info, this));
    }
    return shape;
  }

  /// The name of the variable in a slot at a place; null if the class was compiled without.
  @Nullable String nameAt(int slot, int at) {
    LocalVariable variable = variableAt(slot, at);
    return variable == null ? null : variable.name().stringValue();
  }

  /// The variable in a slot at a place; null if the class was compiled without, or if it is the
  /// compiler's own.
  @Nullable LocalVariable variableAt(int slot, int at) {
    for (LocalVariable variable : variables) {
      if (variable.slot() == slot
          && place(variable.startScope()) <= at
          && at < place(variable.endScope())) {
        return variable;
      }
    }
    return null;
  }

  /// Whether the class was compiled with the names of its variables.
  boolean hasNames() {
    return !variables.isEmpty();
  }

  /// The name of a parameter; null if the class was compiled without.
  @Nullable String parameterName(int slot) {
    for (LocalVariable variable : variables) {
      if (variable.slot() == slot && isFirst(variable)) {
        return variable.name().stringValue();
      }
    }
    return null;
  }

  private boolean isFirst(LocalVariable variable) {
    return code.labelToBci(variable.startScope()) == 0;
  }

  /// The source line of an element; 0 if the class was compiled without lines.
  int line(int at) {
    for (int i = at; i >= 0; i--) {
      if (elements.get(i) instanceof LineNumber number) {
        return number.line();
      }
    }
    return 0;
  }
}
