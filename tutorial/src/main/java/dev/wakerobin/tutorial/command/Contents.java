package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;

/// `list`: the table of contents.
final class Contents implements Command {

  @Override
  public Usage usage() {
    return new Usage("list", "", "lists the chapters");
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint {
    if (!arguments.operands().isEmpty()) {
      throw arguments.complaint("list takes no '" + arguments.operands().getFirst() + "'");
    }
    print(seat);
    return Main.WELL;
  }

  static void print(Seat seat) {
    for (Chapter chapter : seat.book().chapters()) {
      Heading heading = chapter.heading();
      seat.out().println(Figures.right("" + heading.number(), 3) + "  " + heading.title());
    }
  }
}
