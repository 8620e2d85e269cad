package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.FieldPlan.Kept;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Writes one await: the poll where the call stood, and out of line the way out and the way in.
///
/// ```
///          awaited = argument; if (context == null) goto refused;
///          answer = awaited.poll(context); if (!(answer instanceof Ready)) goto pending;
///          value = answer.value();
///   after: …
///
///   pending: save what lives; this.awaiting = awaited; state = k; return PENDING;
///   refused: failure = refuse(awaited);      // a cancel is under way
///            throw failure;                  // past all handlers if it is a CancelledAwait
///   resume:  answer = this.awaiting.poll(context); if (!(answer instanceof Ready)) return PENDING;
///            restore what lives; goto after; // or throw what the poll has thrown
/// ```
///
/// Nothing is saved while futures are ready, and nothing restored while they are pending.
final class AwaitWriter {

  /// Code out of line that throws where the call would have thrown.
  record Throwing(Label from, Label to) {}

  private static final ClassDesc LIST = ClassDesc.of("java.util.List");

  private final AwaitSite site;
  private final FieldPlan plan;
  private final FrameFields fields;
  private final Emitter to;
  private final boolean guarded;
  private final List<Type> operands;
  private final Label after;
  private final Label pending;
  private final Label refused;
  private final Label resume;
  private final List<Throwing> throwing = new ArrayList<>();
  private boolean called;

  AwaitWriter(AwaitSite site, Body body, FieldPlan plan, FrameFields fields, Emitter to) {
    this.site = site;
    this.plan = plan;
    this.fields = fields;
    this.to = to;
    this.guarded = isGuarded(body, site);
    this.operands = site.operands();
    this.after = to.newLabel();
    this.pending = to.newLabel();
    this.refused = to.newLabel();
    this.resume = to.newLabel();
  }

  private static boolean isGuarded(Body body, AwaitSite site) {
    for (ExceptionCatch handler : body.listing().handlers()) {
      if (body.listing().covers(handler, site.at())) {
        return true;
      }
    }
    return false;
  }

  /// Where a poll goes on that finds the body suspended here.
  Label resume() {
    return resume;
  }

  /// What has to be covered by the handlers that cover the call.
  List<Throwing> throwing() {
    return throwing;
  }

  /// The poll, in place of the call.
  void writeCall() {
    called = true;
    makeOneFuture();
    to.code().dup().astore(Emitter.AWAITED).aload(Emitter.CONTEXT);
    jumpUnlikely(Opcode.IFNULL, refused, Names.FUTURE);
    to.code().aload(Emitter.CONTEXT).invokeinterface(Names.FUTURE, "poll", Names.POLLING);
    to.code().dup().instanceOf(Names.READY);
    jumpUnlikely(Opcode.IFEQ, pending, Names.POLL);
    takeValue(to.code());
    castValue(to.code());
  }

  private void makeOneFuture() {
    ClassDesc given =
        switch (site.kind()) {
          case ONE -> Names.FUTURE;
          case ALL_OF_LIST -> LIST;
          case ALL_OF_ARRAY -> Names.FUTURE.arrayType();
        };
    if (given != Names.FUTURE) {
      to.code().invokestatic(Names.FRAME, "all", MethodTypeDesc.of(Names.FUTURE, given));
    }
  }

  private void jumpUnlikely(Opcode condition, Label target, ClassDesc top) {
    Label next = to.newLabel();
    if (to.jumpIf(condition, target, next)) {
      to.arriveAwaiting(next, site.before(), site.live(), with(top));
    }
  }

  private List<Type> with(ClassDesc top) {
    List<Type> stack = new ArrayList<>(operands);
    stack.add(Type.of(top));
    return stack;
  }

  private static void takeValue(CodeBuilder code) {
    code.checkcast(Names.READY)
        .invokevirtual(Names.READY, "value", MethodTypeDesc.of(Names.OBJECT));
  }

  private void castValue(CodeBuilder code) {
    if (site.kind() != Awaits.ONE) {
      code.checkcast(LIST);
    }
  }

  /// The place behind the call.
  void arriveAfter(Shape shape) {
    List<Type> stack = new ArrayList<>(operands);
    stack.add(shape.peek(0));
    to.arrive(after, shape, site.live(), stack);
  }

  /// The blocks out of line.
  ///
  /// @param resumes whether a suspended body goes on behind this call, and not behind a copy of it
  void writeBlocks(boolean resumes) {
    if (called) {
      writePending();
      writeRefused();
    }
    if (resumes) {
      writeResume();
    }
  }

  private void writePending() {
    to.arriveAwaiting(pending, site.before(), site.live(), with(Names.POLL));
    line();
    Label from = to.code().newBoundLabel();
    expectPending(to.code());
    throwing.add(new Throwing(from, to.marks().newBoundLabel()));
    List<Kept> kept = plan.operands(site);
    for (int i = kept.size() - 1; i >= 0; i--) {
      fields.saveOperand(to.code(), kept.get(i));
    }
    for (Kept local : plan.locals(site)) {
      fields.saveLocal(to.code(), local);
    }
    CodeBuilder code = to.code();
    fields.putAwaiting(code.aload(Emitter.FRAME).aload(Emitter.AWAITED));
    fields.putState(code.aload(Emitter.FRAME).loadConstant(site.number()));
    answerPending(code);
  }

  private void writeRefused() {
    to.arriveAwaiting(refused, site.before(), site.live(), with(Names.FUTURE));
    line();
    Label away = to.newLabel();
    List<Type> thrown = new ArrayList<>(operands);
    thrown.add(Type.of(Names.THROWABLE));
    to.code()
        .aload(Emitter.FRAME)
        .swap()
        .invokevirtual(Names.FRAME, "refuse", MethodTypeDesc.of(Names.THROWABLE, Names.FUTURE))
        .dup()
        .instanceOf(Names.CANCELLED)
        .ifne(away);
    rethrow();
    to.arriveBare(away, thrown);
    to.code().athrow();
  }

  private void writeResume() {
    Label polling = to.newLabel();
    Label ready = to.newLabel();
    Label polled = to.newLabel();
    to.arriveBare(resume, List.of());
    line();
    CodeBuilder code = to.code();
    fields.takeAwaiting(code.aload(Emitter.FRAME));
    code.aload(Emitter.CONTEXT)
        .labelBinding(polling)
        .invokeinterface(Names.FUTURE, "poll", Names.POLLING)
        .dup()
        .instanceOf(Names.READY)
        .ifne(ready);
    expectPending(code);
    answerPending(code);
    to.arriveBare(ready, List.of(Type.of(Names.POLL)));
    takeValue(to.code());
    to.marks().labelBinding(polled);
    if (guarded) {
      catchFailure(polling, polled);
    } else {
      to.code().astore(Emitter.VALUE);
    }
    restore();
  }

  private void catchFailure(Label polling, Label polled) {
    Label caught = to.newLabel();
    Label answered = to.newLabel();
    CodeBuilder code = to.code();
    code.exceptionCatch(polling, polled, caught, Names.THROWABLE);
    code.astore(Emitter.VALUE).aconst_null().astore(Emitter.FAILURE).goto_(answered);
    to.arriveBare(caught, List.of(Type.of(Names.THROWABLE)));
    to.code().astore(Emitter.FAILURE).aconst_null().astore(Emitter.VALUE);
    to.arriveAnswered(answered);
  }

  private void restore() {
    CodeBuilder code = to.code();
    fields.putAwaiting(code.aload(Emitter.FRAME).aconst_null());
    for (Kept local : plan.locals(site)) {
      fields.restoreLocal(code, local, site);
    }
    Label fail = to.newLabel();
    if (guarded) {
      code.aload(Emitter.FAILURE).dup().ifnonnull(fail).pop();
    }
    for (Kept operand : plan.operands(site)) {
      fields.restore(code, operand, site);
    }
    castValue(code.aload(Emitter.VALUE));
    to.jump(after);
    if (guarded) {
      to.arrive(fail, site.before(), site.live(), List.of(Type.of(Names.THROWABLE)));
      for (Kept operand : plan.operands(site)) {
        fields.clearStale(to.code(), operand, site);
      }
      rethrow();
    }
  }

  private void rethrow() {
    Label from = to.code().newBoundLabel();
    to.code().athrow();
    throwing.add(new Throwing(from, to.marks().newBoundLabel()));
  }

  private void expectPending(CodeBuilder code) {
    code.invokestatic(
        Names.FRAME, "expectPending", MethodTypeDesc.of(ConstantDescs.CD_void, Names.POLL));
  }

  private static void answerPending(CodeBuilder code) {
    code.invokestatic(Names.POLL, "pending", MethodTypeDesc.of(Names.POLL), true)
        .return_(TypeKind.REFERENCE);
  }

  private void line() {
    if (site.line() > 0) {
      to.marks().lineNumber(site.line());
    }
  }
}
