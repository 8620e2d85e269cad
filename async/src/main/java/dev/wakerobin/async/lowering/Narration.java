package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tells what the `poll` of a frame does, as Java with labels and jumps; from the same [Body] and
/// [FieldPlan] that [BodyWriter] writes it from; code of which there are copies is told once.
final class Narration {
  private final Body body;
  private final Listing listing;
  private final String self;
  private final Page page = new Page();
  private final Operands stack = new Operands(page::statement);
  private final Simulation simulation;
  private final Crossings crossings;
  private final Map<Label, String> labels = new HashMap<>();

  Narration(Body body, FieldPlan plan) {
    this.body = body;
    this.listing = body.listing();
    this.self = listing.host().type().displayName();
    this.simulation = new Simulation(listing);
    this.crossings = new Crossings(body, plan, page);
    nameLabels();
  }

  private void nameLabels() {
    for (int at = 0; at < listing.size(); at++) {
      if (listing.element(at) instanceof LabelTarget target && listing.shapeAt(at) != null) {
        labels.put(target.label(), "L" + (labels.size() + 1));
      }
    }
  }

  Page write() {
    crossings.dispatch();
    for (int at = 0; at < listing.size(); at++) {
      write(at, listing.element(at));
    }
    return page;
  }

  private void write(int at, CodeElement element) {
    if (element instanceof LabelTarget target) {
      arrive(at, target.label());
    } else if (element instanceof LineNumber line) {
      page.line(line.line());
    } else if (element instanceof Instruction instruction && simulation.isReachable()) {
      Optional<AwaitSite> await = body.awaitAt(at);
      if (await.isPresent()) {
        Term future = stack.pop();
        stack.keepAll();
        stack.push(crossings.await(await.get(), future));
      } else {
        write(at, instruction);
      }
      simulation.run(at);
    }
  }

  private void arrive(int at, Label label) {
    boolean joins = listing.shapeAt(at) != null;
    if (joins && simulation.isReachable()) {
      stack.keepAll();
    }
    for (ExceptionCatch handler : listing.handlers()) {
      if (listing.place(handler.tryEnd()) == at) {
        page.outdent();
        String type =
            handler.catchType().isPresent()
                ? handler.catchType().get().asSymbol().displayName()
                : "Throwable";
        page.statement("} catch (" + type + " thrown) goto " + labels.get(handler.handler()) + ";");
      }
    }
    simulation.arriveAt(at);
    if (joins) {
      page.label(Objects.requireNonNull(labels.get(label), "a target without a name"));
      stack.arrive(simulation.shape());
    }
    for (ExceptionCatch handler : listing.handlers().reversed()) {
      if (handler.handler().equals(label) && joins) {
        stack.pop(1);
        stack.push(Term.variable("thrown"));
        break;
      }
    }
    for (ExceptionCatch handler : listing.handlers()) {
      if (listing.place(handler.tryStart()) == at) {
        page.statement("try {");
        page.indent();
      }
    }
  }

  private void write(int at, Instruction instruction) {
    switch (instruction) {
      case LoadInstruction load -> stack.push(Term.variable(crossings.name(load.slot(), at)));
      case StoreInstruction store -> {
        Term value = stack.pop();
        statement(crossings.nameOfStored(store.slot(), at) + " = " + value.text());
      }
      case IncrementInstruction step -> {
        String sign = step.constant() < 0 ? " - " : " + ";
        String name = crossings.name(step.slot(), at);
        statement(name + " = " + name + sign + Math.abs(step.constant()));
      }
      case ConstantInstruction constant -> stack.push(Expressions.constant(constant));
      case OperatorInstruction operator -> stack.push(Expressions.operator(operator, stack));
      case ConvertInstruction convert ->
          stack.push(cast(convert.toType().upperBound().displayName()));
      case FieldInstruction field -> writeField(field);
      case InvokeInstruction call -> writeCall(call);
      case InvokeDynamicInstruction dynamic -> stack.push(Expressions.dynamic(dynamic, stack));
      case BranchInstruction branch -> writeBranch(branch);
      case TableSwitchInstruction choice -> writeSwitch(choice.cases(), choice.defaultTarget());
      case LookupSwitchInstruction choice -> writeSwitch(choice.cases(), choice.defaultTarget());
      case ArrayStoreInstruction _ -> {
        List<Term> terms = stack.pop(3);
        statement(element(terms.get(0), terms.get(1)) + " = " + terms.get(2).text());
      }
      case TypeCheckInstruction check -> writeCheck(check);
      case NewPrimitiveArrayInstruction array ->
          newArray(array.typeKind().upperBound().displayName(), stack.pop(1));
      case NewReferenceArrayInstruction array ->
          newArray(array.componentType().asSymbol().displayName(), stack.pop(1));
      case NewMultiArrayInstruction array ->
          newArray(
              array.arrayType().asSymbol().displayName().replace("[]", ""),
              stack.pop(array.dimensions()));
      default -> writeOther(at, instruction.opcode());
    }
  }

  private void writeOther(int at, Opcode opcode) {
    switch (opcode.kind()) {
      case NEW_OBJECT -> stack.push(Term.fresh(at));
      case STACK -> stack.rearrange(opcode, simulation.shape());
      case ARRAY_LOAD -> {
        List<Term> terms = stack.pop(2);
        stack.push(Term.call(element(terms.getFirst(), terms.getLast())));
      }
      case RETURN -> {
        String value = opcode == Opcode.RETURN ? "Unit.UNIT" : stack.pop().text();
        statement("state = ENDED; forget(); return Poll.ready(" + value + ")");
      }
      case THROW_EXCEPTION -> statement("throw " + stack.pop().text());
      case MONITOR -> {
        String verb = opcode == Opcode.MONITORENTER ? "lock " : "unlock ";
        statement(verb + stack.pop().text());
      }
      default -> {}
    }
  }

  private static String element(Term array, Term index) {
    return array.operand() + "[" + index.text() + "]";
  }

  private Term cast(String type) {
    return Term.compound("(" + type + ") " + stack.pop().operand());
  }

  private void newArray(String component, List<Term> lengths) {
    StringBuilder text = new StringBuilder("new ").append(component);
    for (Term length : lengths) {
      text.append('[').append(length.text()).append(']');
    }
    stack.push(Term.call(text.toString()));
  }

  private void writeCheck(TypeCheckInstruction check) {
    String type = check.type().asSymbol().displayName();
    if (check.opcode() == Opcode.INSTANCEOF) {
      stack.push(Term.condition("(" + stack.pop().operand() + " instanceof " + type + ")"));
    } else {
      Term value = stack.pop();
      boolean awaited = crossings.isAwaited(value);
      stack.push(awaited ? value : Term.compound("(" + type + ") " + value.operand()));
    }
  }

  private void writeField(FieldInstruction field) {
    switch (field.opcode()) {
      case PUTFIELD, PUTSTATIC -> {
        Term value = stack.pop();
        statement(Expressions.field(field, stack, self) + " = " + value.text());
      }
      default -> stack.push(Term.call(Expressions.field(field, stack, self)));
    }
  }

  private void writeCall(InvokeInstruction call) {
    Term answer = Expressions.call(call, stack, self);
    if (answer.isFresh()) {
      return;
    }
    if (call.typeSymbol().returnType().equals(ConstantDescs.CD_void)) {
      statement(answer.text());
    } else {
      stack.push(answer);
    }
  }

  private void writeBranch(BranchInstruction branch) {
    String jump = "goto " + labels.get(branch.target());
    Opcode opcode = branch.opcode();
    if (Jumps.isGoto(opcode)) {
      stack.keepAll();
      statement(jump);
      return;
    }
    String test;
    switch (opcode) {
      case IFNULL, IFNONNULL ->
          test = Term.test(stack.pop(), Expressions.condition(opcode), Term.constant("null"));
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE ->
          test = stack.pop().testZero(Expressions.condition(opcode));
      default -> {
        List<Term> sides = stack.pop(2);
        test = Term.test(sides.getFirst(), Expressions.condition(opcode), sides.getLast());
      }
    }
    stack.keepAll();
    statement("if (" + test + ") " + jump);
  }

  private void writeSwitch(List<SwitchCase> cases, Label otherwise) {
    String value = stack.pop().text();
    stack.keepAll();
    page.statement("switch (" + value + ") {");
    for (SwitchCase one : cases) {
      page.statement("  case " + one.caseValue() + ": goto " + labels.get(one.target()) + ";");
    }
    page.statement("  default: goto " + labels.get(otherwise) + ";");
    page.statement("}");
  }

  private void statement(String text) {
    stack.keep();
    page.statement(text + ";");
  }
}
