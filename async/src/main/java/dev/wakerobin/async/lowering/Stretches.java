package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// Which elements of the listing have been written one behind the other; and what the compiler says
/// of ranges of code, cut to these.
final class Stretches {
  private record Stretch(int from, int to, Label begin, Label end) {}

  private final Listing listing;
  private final CodeBuilder marks;
  private final UnaryOperator<Label> labels;
  private final List<Stretch> all = new ArrayList<>();
  private int from = -1;
  private Label begin;

  /// @param labels what a label of the listing is called here
  Stretches(Listing listing, CodeBuilder marks, UnaryOperator<Label> labels) {
    this.listing = listing;
    this.marks = marks;
    this.labels = labels;
    this.begin = marks.newLabel();
  }

  boolean isOpen() {
    return from >= 0;
  }

  /// The element is the first to be written.
  void begin(int at) {
    from = at;
    begin = marks.newBoundLabel();
    int line = at < listing.size() ? listing.line(at) : 0;
    if (line > 0) {
      marks.lineNumber(line);
    }
  }

  /// The element is the first that is not written.
  void end(int at) {
    all.add(new Stretch(from, at, begin, marks.newBoundLabel()));
    from = -1;
  }

  /// What the handler covers of the code that was written.
  void writeHandler(ExceptionCatch handler) {
    Label target = labels.apply(handler.handler());
    cut(
        handler.tryStart(),
        handler.tryEnd(),
        (start, end) -> marks.exceptionCatch(start, end, target, handler.catchType()));
  }

  /// Where the variables are that have names.
  void writeNames() {
    for (int at = 0; at < listing.size(); at++) {
      if (listing.element(at) instanceof LocalVariable variable) {
        int slot = variable.slot() + Emitter.FIRST;
        cut(
            variable.startScope(),
            variable.endScope(),
            (start, end) ->
                marks.localVariable(slot, variable.name(), variable.type(), start, end));
      } else if (listing.element(at) instanceof LocalVariableType variable) {
        int slot = variable.slot() + Emitter.FIRST;
        cut(
            variable.startScope(),
            variable.endScope(),
            (start, end) ->
                marks.localVariableType(slot, variable.name(), variable.signature(), start, end));
      }
    }
  }

  private void cut(Label first, Label last, BiConsumer<Label, Label> use) {
    int start = listing.place(first);
    int end = listing.place(last);
    for (Stretch stretch : all) {
      int lower = Math.max(start, stretch.from);
      int upper = Math.min(end, stretch.to);
      if (hasInstruction(lower, upper)) {
        use.accept(
            start < stretch.from ? stretch.begin : labels.apply(first),
            end >= stretch.to ? stretch.end : labels.apply(last));
      }
    }
  }

  private boolean hasInstruction(int from, int to) {
    for (int at = from; at < to; at++) {
      if (listing.element(at) instanceof Instruction) {
        return true;
      }
    }
    return false;
  }
}
