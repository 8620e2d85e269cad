package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.AwaitWriter.Throwing;
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
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes one [Copy] of the body's code, instruction by instruction, with its awaits replaced.
///
/// ```
///   the elements that belong to it, in their order; a jump where it goes on in another copy
///   a block for each return; the blocks of each await
/// ```
final class CopyWriter {
  private final Copy copy;
  private final Optional<CopyWriter> outer;
  private final Body body;
  private final Listing listing;
  private final Relays relays;
  private final Emitter to;
  private final Construction construction;
  private final Simulation simulation;
  private final Stretches stretches;
  private final Map<Label, Label> labels = new HashMap<>();
  private final Map<Integer, AwaitWriter> awaits = new HashMap<>();
  private final Returns returns;

  /// @param outer the writer of the copy around this one; none if this is the whole
  CopyWriter(
      Copy copy,
      Optional<CopyWriter> outer,
      Body body,
      FieldPlan plan,
      FrameFields fields,
      Relays relays,
      Emitter to) {
    this.copy = copy;
    this.outer = outer;
    this.body = body;
    this.listing = body.listing();
    this.relays = relays;
    this.to = to;
    this.simulation = new Simulation(listing);
    this.stretches = new Stretches(listing, to.marks(), this::label);
    this.construction = new Construction(body, relays, to);
    this.returns = new Returns(listing, fields, to);
    for (AwaitSite site : body.awaits()) {
      if (copy.includes(site.at()) || copy.isResumedAt(site)) {
        awaits.put(site.at(), new AwaitWriter(site, body, plan, fields, to));
      }
    }
  }

  Copy copy() {
    return copy;
  }

  /// Where a poll goes on that finds the body suspended there.
  Label resume(AwaitSite site) {
    return Objects.requireNonNull(awaits.get(site.at()), "an await of another copy").resume();
  }

  void write() {
    for (int at = 0; at < listing.size(); at++) {
      if (copy.includes(at)) {
        simulation.arriveAt(at);
        beginStretch(at);
        write(at, listing.element(at));
      } else {
        leave(at);
        simulation.arriveAt(at);
        pass(at);
      }
    }
    leave(listing.size());
    returns.writeBlocks();
    for (AwaitSite site : body.awaits()) {
      AwaitWriter await = awaits.get(site.at());
      if (await != null) {
        await.writeBlocks(copy.isResumedAt(site));
      }
    }
  }

  private void beginStretch(int at) {
    if (!stretches.isOpen()) {
      stretches.begin(at);
    }
  }

  /// This element is not written here. If control may come to it, it is a label elsewhere.
  private void leave(int at) {
    if (stretches.isOpen()) {
      if (at < listing.size() && simulation.isReachable()) {
        to.jump(label(((LabelTarget) listing.element(at)).label()));
      }
      stretches.end(at);
    }
  }

  /// Where only what comes behind an await is written.
  private void pass(int at) {
    simulation.run(at);
    AwaitWriter await = awaits.get(at);
    if (await != null) {
      stretches.begin(at + 1);
      await.arriveAfter(simulation.shape());
    }
  }

  private void write(int at, CodeElement element) {
    if (element instanceof LabelTarget target) {
      writeLabel(at, target.label());
    } else if (element instanceof LineNumber line) {
      to.marks().lineNumber(line.line());
    } else if (element instanceof Instruction instruction && simulation.isReachable()) {
      writeInstruction(at, instruction);
    }
  }

  private void writeLabel(int at, Label label) {
    if (listing.shapeAt(at) == null) {
      to.marks().labelBinding(label(label));
    } else {
      Shape shape = simulation.shape();
      to.arrive(label(label), shape, body.liveness().at(label), construction.present(shape));
    }
  }

  /// What a label of the listing is called when one jumps to it from here.
  private Label label(Label original) {
    if (outer.isEmpty()) {
      return original;
    }
    return copy.includes(listing.place(original))
        ? labels.computeIfAbsent(original, _ -> to.newLabel())
        : outer.get().label(original);
  }

  private List<SwitchCase> labels(List<SwitchCase> cases) {
    List<SwitchCase> renamed = new ArrayList<>();
    for (SwitchCase one : cases) {
      renamed.add(SwitchCase.of(one.caseValue(), label(one.target())));
    }
    return renamed;
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
      case RETURN -> returns.write(at, construction.present(shape));
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
      case TABLE_SWITCH -> {
        TableSwitchInstruction table = (TableSwitchInstruction) instruction;
        Label otherwise = label(table.defaultTarget());
        to.code()
            .tableswitch(table.lowValue(), table.highValue(), otherwise, labels(table.cases()));
      }
      case LOOKUP_SWITCH -> {
        LookupSwitchInstruction lookup = (LookupSwitchInstruction) instruction;
        to.code().lookupswitch(label(lookup.defaultTarget()), labels(lookup.cases()));
      }
      default -> to.code().with(instruction);
    }
    simulation.run(at);
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
    Label target = label(branch.target());
    if (Jumps.isGoto(branch.opcode())) {
      to.jump(target);
      return;
    }
    Label next = to.newLabel();
    if (to.jumpIf(branch.opcode(), target, next)) {
      to.arrive(next, shapeAfter, body.liveness().after(at), construction.present(shapeAfter));
    }
  }

  /// Each handler covers what it covered, and the code out of line of the awaits in there.
  void writeHandlers() {
    for (ExceptionCatch handler : listing.handlers()) {
      stretches.writeHandler(handler);
      for (AwaitSite site : body.awaits()) {
        AwaitWriter await = awaits.get(site.at());
        if (await != null && listing.covers(handler, site.at())) {
          Label target = label(handler.handler());
          for (Throwing part : await.throwing()) {
            to.marks().exceptionCatch(part.from(), part.to(), target, handler.catchType());
          }
        }
      }
    }
    stretches.writeNames();
  }
}
