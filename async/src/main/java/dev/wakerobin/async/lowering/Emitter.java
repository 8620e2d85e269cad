package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the code of `poll`, and the table of types that goes with it.
///
/// The slots of the body are moved up, to make room for ours:
///
/// ```
///   0 frame   1 context   2 awaited future   3 its value   4 its failure   5… the body's
/// ```
final class Emitter {
  static final int FRAME = 0;
  static final int CONTEXT = 1;
  static final int AWAITED = 2;
  static final int VALUE = 3;
  static final int FAILURE = 4;
  static final int FIRST = 5;

  private final CodeBuilder code;
  private final ClassDesc frame;
  private final boolean far;
  private final List<StackMapFrameInfo> table = new ArrayList<>();
  private final Map<Integer, Label> made = new HashMap<>();
  private @Nullable StackMapFrameInfo arriving;

  /// @param far whether jumps are written so that they reach further than 32 KiB
  Emitter(CodeBuilder code, ClassDesc frame, boolean far) {
    this.code = code;
    this.frame = frame;
    this.far = far;
  }

  /// Where to write the next instruction. To be asked for only if there is one: what was said of a
  /// label holds from now on.
  CodeBuilder code() {
    if (arriving != null) {
      table.add(arriving);
      arriving = null;
    }
    return code;
  }

  /// Writes what is no instruction: labels, lines, names.
  CodeBuilder marks() {
    return code;
  }

  Label newLabel() {
    return code.newLabel();
  }

  /// The label is here, where the body's variables and stack have these types.
  ///
  /// @param live the slots that count; the others hold nothing anybody may rely on
  void arrive(Label label, Shape shape, BitSet live, List<Type> stack) {
    List<VerificationTypeInfo> locals = ours();
    addLocals(locals, shape, live);
    arrive(label, locals, infos(stack));
  }

  /// The same, amid an await: the awaited future is known.
  void arriveAwaiting(Label label, Shape shape, BitSet live, List<Type> stack) {
    List<VerificationTypeInfo> locals = ours();
    locals.add(ObjectVerificationTypeInfo.of(Names.FUTURE));
    addLocals(locals, shape, live);
    arrive(label, locals, infos(stack));
  }

  /// The label is here, where none of the body's variables is known.
  void arriveBare(Label label, List<Type> stack) {
    arrive(label, ours(), infos(stack));
  }

  /// The same, with a future's value and its failure.
  void arriveAnswered(Label label) {
    List<VerificationTypeInfo> locals = ours();
    locals.add(SimpleVerificationTypeInfo.TOP);
    locals.add(ObjectVerificationTypeInfo.of(Names.OBJECT));
    locals.add(ObjectVerificationTypeInfo.of(Names.THROWABLE));
    arrive(label, locals, List.of());
  }

  private List<VerificationTypeInfo> ours() {
    List<VerificationTypeInfo> locals = new ArrayList<>();
    locals.add(ObjectVerificationTypeInfo.of(frame));
    locals.add(ObjectVerificationTypeInfo.of(Names.CONTEXT));
    return locals;
  }

  private void addLocals(List<VerificationTypeInfo> locals, Shape shape, BitSet live) {
    while (locals.size() < FIRST) {
      locals.add(SimpleVerificationTypeInfo.TOP);
    }
    int end = Math.min(shape.slots(), live.length());
    for (int slot = 0; slot < end; slot += shape.local(slot).slots()) {
      locals.add(live.get(slot) ? shape.local(slot).info(made) : SimpleVerificationTypeInfo.TOP);
      if (!live.get(slot) && shape.local(slot).slots() == 2) {
        locals.add(SimpleVerificationTypeInfo.TOP);
      }
    }
    while (locals.getLast() == SimpleVerificationTypeInfo.TOP) {
      locals.removeLast();
    }
  }

  private List<VerificationTypeInfo> infos(List<Type> stack) {
    List<VerificationTypeInfo> infos = new ArrayList<>();
    for (Type type : stack) {
      infos.add(type.info(made));
    }
    return infos;
  }

  /// Where several labels meet, the last to come is the compiler's own, and the most general.
  private void arrive(
      Label label, List<VerificationTypeInfo> locals, List<VerificationTypeInfo> stack) {
    code.labelBinding(label);
    arriving = StackMapFrameInfo.of(label, locals, stack);
  }

  /// A `new` that is written as it stands: the table refers to it by its place.
  void making(int at) {
    code(); // A frame may arrive here.
    made.put(at, code.newBoundLabel());
  }

  void jump(Label target) {
    if (far) {
      code().goto_w(target);
    } else {
      code().goto_(target);
    }
  }

  /// Jumps on a condition. True if that took a jump to `after`, to which we have to arrive then.
  boolean jumpIf(Opcode condition, Label target, Label after) {
    if (far) {
      code().branch(Opposites.of(condition), after).goto_w(target);
    } else {
      code().branch(condition, target);
    }
    return far;
  }

  /// To be called last.
  void writeTable() {
    code.with(StackMapTableAttribute.of(table));
  }
}
