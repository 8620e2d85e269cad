package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Page;
import java.io.IOException;
import java.util.List;

/// `explain`: shows the state machines that async bodies become.
final class Explain implements Command {
  private static final Option WIDTH =
      new Option("--width", "W", "a number", "in lines of W columns; 100 if not said");
  private static final int USUAL_WIDTH = 100;

  @Override
  public Usage usage() {
    return new Usage(
        "explain",
        "FILE|N",
        "shows the machines of the async bodies in a class file, or in chapter N",
        List.of(WIDTH));
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, IOException {
    int width = arguments.count(WIDTH, Page.WIDTH, "a width").orElse(USUAL_WIDTH);
    List<String> operands = arguments.operands();
    if (operands.size() != 1) {
      throw new Complaint(
          operands.isEmpty()
              ? "explain needs a class file, or the number of a chapter"
              : "explain takes one class file, and then there is '" + operands.get(1) + "'",
          "it shows the state machines that async bodies become",
          "try: ./wakerobin explain build/Hello.class");
    }
    Explanation explanation = Explanation.of(operands.getFirst(), seat.book());
    for (String line : Fitted.lines(explanation.text(), width)) {
      seat.out().println(line.startsWith("async ") ? seat.page().bold(line) : line);
    }
    return Main.WELL;
  }
}
