package dev.wakerobin.tutorial.command;

import dev.wakerobin.trace.Gantt;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.drill.Drill;
import dev.wakerobin.tutorial.drill.Rehearsal;
import dev.wakerobin.tutorial.drill.Turn;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// `drill`: shows small programs, one after the other, asks what they print, and reveals it.
final class Practise implements Command {
  private static final Option SEED =
      new Option("--seed", "S", "a number", "these, each time; if not said, other ones");
  private static final Option REVEAL = new Option("--reveal", "answers as well, and asks nothing");
  private static final int USUALLY = 3;
  private static final int SEEDS = 10_000; // To be typed in again.

  @Override
  public Usage usage() {
    return new Usage(
        "drill",
        "[N]",
        "asks what N small programs print; ends with 1 if an answer was wrong",
        List.of(SEED, REVEAL));
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, Exception {
    int questions = questions(arguments);
    long seed = arguments.number(SEED).orElseGet(() -> ThreadLocalRandom.current().nextInt(SEEDS));
    Examiner examiner = new Examiner(seat);
    for (int i = 0; i < questions; i++) {
      Drill drill = Drill.of(seed + i);
      seat.out().println(seat.page().bold("drill %d of %d".formatted(i + 1, questions)));
      show(drill, seat.out());
      Rehearsal rehearsal = drill.rehearse();
      if (!arguments.has(REVEAL) && !examiner.ask(drill, rehearsal)) {
        break;
      }
      reveal(drill, rehearsal, seat);
    }
    if (examiner.asked() > 0) {
      seat.out().println("right: %d of %d".formatted(examiner.right(), examiner.asked()));
    }
    if (!arguments.has(REVEAL)) {
      seat.out()
          .println("the same again: ./wakerobin drill %d --seed %d".formatted(questions, seed));
      seat.out().println("with the answers: --reveal behind it");
    }
    return examiner.right() == examiner.asked() ? Main.WELL : Main.FAILED;
  }

  private int questions(Arguments arguments) throws Complaint {
    List<String> operands = arguments.operands();
    int number = operands.isEmpty() ? USUALLY : Arguments.number(operands.getFirst());
    if (number < 1 || operands.size() > 1) {
      throw new Complaint(
          operands.size() > 1
              ? "drill takes one number, and then there is '" + operands.get(1) + "'"
              : "'" + operands.getFirst() + "' is not a number of questions",
          "it has to be a whole number, 1 or more",
          "try: ./wakerobin drill 3");
    }
    return number;
  }

  private static void show(Drill drill, PrintStream out) {
    out.println();
    for (String rule : drill.rules()) {
      List<String> lines = Page.broken(rule, Page.WIDTH - 2);
      out.println("- " + lines.removeFirst());
      lines.forEach(line -> out.println("  " + line));
    }
    out.println();
    out.print(drill.java());
    out.println();
  }

  private static void reveal(Drill drill, Rehearsal rehearsal, Seat seat) {
    PrintStream out = seat.out();
    out.println(seat.page().bold("It prints:") + " " + String.join(" ", rehearsal.printed()));
    out.println("polls of " + drill.asked() + ": " + rehearsal.polls(drill.asked()));
    out.println();
    out.println("poll  task  what it does, and the queue after it");
    int number = 0;
    for (Turn turn : rehearsal.turns()) {
      number++;
      String queue = turn.queue().isEmpty() ? "empty" : String.join(" ", turn.queue());
      List<String> lines = Page.broken(turn.words() + "; queue: " + queue, Page.WIDTH - 12);
      String label = Figures.right("" + number, 4) + "  " + Figures.left(turn.task(), 6);
      out.println(label + lines.removeFirst());
      lines.forEach(line -> out.println(" ".repeat(12) + line));
    }
    out.println();
    out.println("Its timeline; main is task 1, for blockOn gives it no name:");
    out.println();
    Gantt bars = Gantt.of(rehearsal.trace()).columns(Page.WIDTH);
    out.print((seat.terminal().colours() ? bars.inColours() : bars).draw());
    out.println();
  }
}
