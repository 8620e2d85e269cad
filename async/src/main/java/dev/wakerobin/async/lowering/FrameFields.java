package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.FieldPlan.Kept;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/// Writes how variables go from the slots and the stack into the frame's fields and back.
final class FrameFields {
  private final ClassDesc frame;
  private final FieldPlan plan;

  FrameFields(ClassDesc frame, FieldPlan plan) {
    this.frame = frame;
    this.plan = plan;
  }

  /// Stack: frame, number.
  void putState(CodeBuilder code) {
    code.putfield(Names.FRAME, "state", ConstantDescs.CD_int);
  }

  /// Stack: frame, future.
  void putAwaiting(CodeBuilder code) {
    code.putfield(Names.FRAME, "awaiting", Names.FUTURE);
  }

  /// Stack: frame.
  void takeAwaiting(CodeBuilder code) {
    code.getfield(Names.FRAME, "awaiting", Names.FUTURE);
  }

  /// The body has ended: state and variables.
  void end(CodeBuilder code) {
    putState(code.aload(Emitter.FRAME).iconst_m1());
    code.aload(Emitter.FRAME).invokevirtual(frame, "forget", Names.NO_ARGUMENTS);
  }

  void saveLocal(CodeBuilder code, Kept kept) {
    Variable variable = kept.variable();
    if (variable != null && !variable.isConstant()) {
      code.aload(Emitter.FRAME).loadLocal(variable.kind(), kept.slot() + Emitter.FIRST);
      put(code, variable);
    }
  }

  /// The operand is on top of the stack.
  void saveOperand(CodeBuilder code, Kept kept) {
    Variable variable = kept.variable();
    if (variable == null) {
      code.pop();
      return;
    }
    if (kept.type().slots() == 2) {
      code.aload(Emitter.FRAME).dup_x2().pop();
    } else {
      code.aload(Emitter.FRAME).swap();
    }
    put(code, variable);
  }

  void restoreLocal(CodeBuilder code, Kept kept, AwaitSite site) {
    restore(code, kept, site);
    code.storeLocal(kept.type().kind(), kept.slot() + Emitter.FIRST);
  }

  /// Leaves the value on the stack.
  void restore(CodeBuilder code, Kept kept, AwaitSite site) {
    Variable variable = kept.variable();
    if (variable == null) {
      code.aconst_null();
      return;
    }
    take(code, variable, kept.type());
    clearStale(code, kept, site);
  }

  /// The captured values, when the body starts.
  void loadCaptured(CodeBuilder code) {
    for (Kept kept : plan.captured()) {
      Variable variable = kept.variable();
      if (variable != null) {
        take(code, variable, kept.type());
        code.storeLocal(kept.type().kind(), kept.slot() + Emitter.FIRST);
        if (plan.goesStaleAtStart(variable)) {
          clear(code, variable);
        }
      }
    }
  }

  void clearStale(CodeBuilder code, Kept kept, AwaitSite site) {
    Variable variable = kept.variable();
    if (variable != null && plan.goesStale(site, variable)) {
      clear(code, variable);
    }
  }

  void clear(CodeBuilder code, Variable variable) {
    put(code.aload(Emitter.FRAME).aconst_null(), variable);
  }

  /// Stack: frame, value.
  void put(CodeBuilder code, Variable variable) {
    code.putfield(frame, variable.name(), variable.declared());
  }

  private void take(CodeBuilder code, Variable variable, Type type) {
    code.aload(Emitter.FRAME).getfield(frame, variable.name(), variable.declared());
    if (type.kind() == TypeKind.REFERENCE && variable.needsCast(type)) {
      code.checkcast(type.declared());
    }
  }
}
