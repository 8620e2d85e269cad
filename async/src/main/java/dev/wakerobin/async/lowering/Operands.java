package dev.wakerobin.async.lowering;

import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The operand stack as expressions that have not been evaluated yet.
///
/// An expression is put off until it is used, which keeps the order of evaluation as long as no
/// statement comes in between. Before one does, what lies on the stack is kept in `stack0`,
/// `stack1`, and so on: by the same names as in the fields of a frame.
final class Operands {
  private final List<Term> stack = new ArrayList<>();
  private final Consumer<String> statements;
  private int temporaries;

  /// @param statements is given what is to be evaluated early
  Operands(Consumer<String> statements) {
    this.statements = statements;
  }

  /// The stack where paths join.
  void arrive(Shape shape) {
    stack.clear();
    int kept = 0;
    for (Type type : shape.stack()) {
      stack.add(type.isFresh() ? Term.fresh(type.madeAt()) : Term.variable("stack" + kept++));
    }
  }

  void push(Term term) {
    stack.add(term);
  }

  Term pop() {
    return stack.removeLast();
  }

  List<Term> pop(int count) {
    List<Term> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.addFirst(pop());
    }
    return taken;
  }

  /// The object has been constructed.
  void constructed(Term fresh, Term made) {
    boolean first = true;
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).equals(fresh)) {
        stack.set(i, made);
        first = false;
      }
    }
    if (first) {
      statements.accept(made.text() + ";");
    }
  }

  /// Evaluates what is on the stack, before a statement changes what it would be.
  void keep() {
    keep(false);
  }

  /// Evaluates all that is on the stack, where paths join.
  void keepAll() {
    keep(true);
  }

  private void keep(boolean constants) {
    int number = 0;
    for (int i = 0; i < stack.size(); i++) {
      Term term = stack.get(i);
      if (term.isFresh()) {
        continue;
      }
      String name = "stack" + number++;
      if (!term.text().equals(name) && (constants || !term.isConstant())) {
        statements.accept(name + " = " + term.text() + ";");
        stack.set(i, Term.variable(name));
      }
    }
  }

  /// `dup` and the like.
  void rearrange(Opcode opcode, Shape before) {
    switch (opcode) {
      case POP -> drop(1, before);
      case POP2 -> drop(2, before);
      case DUP -> duplicate(1, 0, before);
      case DUP_X1 -> duplicate(1, 1, before);
      case DUP_X2 -> duplicate(1, 2, before);
      case DUP2 -> duplicate(2, 0, before);
      case DUP2_X1 -> duplicate(2, 1, before);
      case DUP2_X2 -> duplicate(2, 2, before);
      case SWAP -> {
        List<Term> two = atoms(pop(2), true);
        stack.addAll(two.reversed());
      }
      default -> throw new IllegalArgumentException(opcode.name());
    }
  }

  private void drop(int slots, Shape before) {
    for (Term dropped : pop(values(slots, 0, before))) {
      if (!dropped.isAtom()) {
        keep();
        statements.accept(dropped.text() + ";");
      }
    }
  }

  private void duplicate(int slots, int below, Shape before) {
    int top = values(slots, 0, before);
    int under = values(below, top, before);
    List<Term> all = atoms(pop(top + under), under > 0);
    stack.addAll(all.subList(under, all.size()));
    stack.addAll(all);
  }

  /// How many values fill so many slots, below the topmost so many values.
  private static int values(int slots, int above, Shape shape) {
    int count = 0;
    for (int left = slots; left > 0; left -= shape.peek(above + count - 1).slots()) {
      count++;
    }
    return count;
  }

  private List<Term> atoms(List<Term> terms, boolean moved) {
    boolean needed = false;
    for (Term term : terms) {
      needed |= !term.isAtom();
    }
    if (needed) {
      keep();
    }
    List<Term> atoms = new ArrayList<>();
    for (Term term : terms) {
      boolean mayStay = moved ? term.isConstant() || term.isFresh() : term.isAtom();
      if (mayStay) {
        atoms.add(term);
      } else {
        String name = "copy" + ++temporaries;
        statements.accept(name + " = " + term.text() + ";");
        atoms.add(Term.variable(name));
      }
    }
    return atoms;
  }
}
