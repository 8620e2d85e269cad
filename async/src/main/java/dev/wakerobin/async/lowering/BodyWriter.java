package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.AwaitWriter.Throwing;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes `poll`: the body's code, instruction by instruction, with its awaits replaced.
///
/// ```
///          switch (state) { 0: start; k: resume k; else: over }
///   start: captured values into their slots
///          the body
///          a block for each return; the blocks of each await
///   over:  throw polledAfterEnd()
///   any:   state = ENDED; forget(); throw     // what the body has not caught
/// ```
final class BodyWriter {
  private final Body body;
  private final Listing listing;
  private final ClassDesc frame;
  private final Relays relays;
  private final Emitter to;
  private final FrameFields fields;
  private final Construction construction;
  private final Simulation simulation;
  private final Map<Integer, AwaitWriter> awaits = new HashMap<>();
  private final List<AwaitWriter> awaitsInOrder = new ArrayList<>();
  private final List<ReturnBlock> returns = new ArrayList<>();

  private record ReturnBlock(Label label, List<Type> stack, int line) {}

  BodyWriter(Body body, FieldPlan plan, ClassDesc frame, Relays relays, Emitter to) {
    this.body = body;
    this.listing = body.listing();
    this.frame = frame;
    this.relays = relays;
    this.to = to;
    this.fields = new FrameFields(frame, plan);
    this.simulation = new Simulation(listing);
    this.construction = new Construction(body, relays, to);
    for (AwaitSite site : body.awaits()) {
      AwaitWriter writer = new AwaitWriter(site, body, plan, fields, to);
      awaits.put(site.at(), writer);
      awaitsInOrder.add(writer);
    }
  }

  void write() {
    Label begin = to.newLabel();
    Label over = to.newLabel();
    to.marks().labelBinding(begin);
    writeDispatch(over);
    for (int at = 0; at < listing.size(); at++) {
      simulation.arriveAt(at);
      write(at, listing.element(at));
    }
    for (ReturnBlock block : returns) {
      writeReturn(block);
    }
    for (AwaitWriter await : awaitsInOrder) {
      await.writeBlocks();
    }
    writeHandlers();
    writeEnd(begin, over);
    to.writeTable();
  }

  private void writeDispatch(Label over) {
    Label start = to.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    cases.add(SwitchCase.of(0, start));
    for (AwaitWriter await : awaitsInOrder) {
      cases.add(SwitchCase.of(await.site().number(), await.resume()));
    }
    to.code()
        .aload(Emitter.FRAME)
        .getfield(Names.FRAME, "state", ConstantDescs.CD_int)
        .tableswitch(0, awaitsInOrder.size(), over, cases);
    to.arriveBare(start, List.of());
    if (!listing.parameters().isEmpty()) {
      fields.loadCaptured(to.code());
    }
  }

  private void write(int at, CodeElement element) {
    if (element instanceof LabelTarget target) {
      writeLabel(at, target.label());
    } else if (element instanceof LineNumber line) {
      to.marks().lineNumber(line.line());
    } else if (element instanceof LocalVariable variable) {
      to.marks()
          .localVariable(
              variable.slot() + Emitter.FIRST,
              variable.name(),
              variable.type(),
              variable.startScope(),
              variable.endScope());
    } else if (element instanceof LocalVariableType variable) {
      to.marks()
          .localVariableType(
              variable.slot() + Emitter.FIRST,
              variable.name(),
              variable.signature(),
              variable.startScope(),
              variable.endScope());
    } else if (element instanceof Instruction instruction && simulation.isReachable()) {
      writeInstruction(at, instruction);
    }
  }

  private void writeLabel(int at, Label label) {
    if (listing.shapeAt(at) == null) {
      to.marks().labelBinding(label);
    } else {
      Shape shape = simulation.shape();
      to.arrive(label, shape, body.liveness().at(label), construction.present(shape));
    }
  }

  private void writeInstruction(int at, Instruction instruction) {
    AwaitWriter await = awaits.get(at);
    if (await != null) {
      await.writeCall();
      simulation.run(at);
      await.arriveAfter(simulation.shape());
      return;
    }
    Shape shape = simulation.shape();
    switch (instruction.opcode().kind()) {
      case LOAD -> {
        LoadInstruction load = (LoadInstruction) instruction;
        to.code().loadLocal(load.typeKind(), load.slot() + Emitter.FIRST);
      }
      case STORE -> {
        construction.checkStore(shape, at);
        StoreInstruction store = (StoreInstruction) instruction;
        to.code().storeLocal(store.typeKind(), store.slot() + Emitter.FIRST);
      }
      case INCREMENT -> {
        IncrementInstruction increment = (IncrementInstruction) instruction;
        to.code().iinc(increment.slot() + Emitter.FIRST, increment.constant());
      }
      case RETURN -> writeReturnJump(at, shape);
      case INVOKE -> writeCall((InvokeInstruction) instruction, shape);
      case FIELD_ACCESS -> writeField((FieldInstruction) instruction);
      case INVOKE_DYNAMIC -> writeDynamic((InvokeDynamicInstruction) instruction);
      case NEW_OBJECT -> construction.writeNew((NewObjectInstruction) instruction, at);
      case STACK -> construction.writeStack((StackInstruction) instruction, shape, at);
      case BRANCH -> {
        simulation.run(at);
        writeBranch((BranchInstruction) instruction, shape, at);
        return;
      }
      default -> to.code().with(instruction);
    }
    simulation.run(at);
  }

  private void writeReturnJump(int at, Shape shape) {
    ReturnBlock block =
        new ReturnBlock(to.newLabel(), construction.present(shape), listing.line(at));
    returns.add(block);
    to.jump(block.label());
  }

  private void writeCall(InvokeInstruction call, Shape shape) {
    if (call.name().equalsString(ConstantDescs.INIT_NAME)) {
      construction.writeInit(call, shape);
    } else if (relays.isNeeded(call)) {
      relays.write(to.code(), call);
    } else {
      to.code().with(call);
    }
  }

  private void writeField(FieldInstruction field) {
    if (relays.isNeeded(field)) {
      relays.write(to.code(), field);
    } else {
      to.code().with(field);
    }
  }

  private void writeDynamic(InvokeDynamicInstruction dynamic) {
    if (relays.isNeeded(dynamic)) {
      relays.write(to.code(), dynamic);
    } else {
      to.code().with(dynamic);
    }
  }

  private void writeBranch(BranchInstruction branch, Shape shapeAfter, int at) {
    if (Simulation.isGoto(branch.opcode())) {
      to.jump(branch.target());
      return;
    }
    Label next = to.newLabel();
    if (to.jumpIf(branch.opcode(), branch.target(), next)) {
      to.arrive(next, shapeAfter, body.liveness().after(at), construction.present(shapeAfter));
    }
  }

  private void writeReturn(ReturnBlock block) {
    to.arriveBare(block.label(), block.stack());
    if (block.line() > 0) {
      to.marks().lineNumber(block.line());
    }
    CodeBuilder code = to.code();
    ClassDesc returned = listing.method().methodTypeSymbol().returnType();
    if (returned.equals(ConstantDescs.CD_void)) {
      code.invokestatic(Names.POLL, "ready", MethodTypeDesc.of(Names.POLL), true);
    } else {
      Boxes.box(code, returned);
      code.invokestatic(Names.POLL, "ready", MethodTypeDesc.of(Names.POLL, Names.OBJECT), true);
    }
    end(code);
    code.areturn();
  }

  /// The body has ended: state and variables.
  private void end(CodeBuilder code) {
    fields.putState(code.aload(Emitter.FRAME).iconst_m1());
    code.aload(Emitter.FRAME).invokevirtual(frame, "forget", Names.NO_ARGUMENTS);
  }

  /// Each handler covers what it covered, and the code out of line of the awaits in there.
  private void writeHandlers() {
    CodeBuilder code = to.marks();
    for (ExceptionCatch handler : listing.handlers()) {
      code.exceptionCatch(
          handler.tryStart(), handler.tryEnd(), handler.handler(), handler.catchType());
      for (AwaitWriter await : awaitsInOrder) {
        if (AwaitWriter.covers(body, handler, await.site())) {
          for (Throwing part : await.throwing()) {
            code.exceptionCatch(part.from(), part.to(), handler.handler(), handler.catchType());
          }
        }
      }
    }
  }

  private void writeEnd(Label begin, Label over) {
    to.arriveBare(over, List.of());
    to.code()
        .aload(Emitter.FRAME)
        .invokevirtual(Names.FRAME, "polledAfterEnd", MethodTypeDesc.of(Names.THROWABLE))
        .athrow();
    Label any = to.newLabel();
    to.arriveBare(any, List.of(Type.of(Names.THROWABLE)));
    CodeBuilder code = to.code();
    end(code);
    code.athrow();
    code.exceptionCatchAll(begin, any, any);
  }
}
