package dev.wakerobin.learn;

import java.util.List;

/// What a check says of a learner's file.
sealed interface Verdict {
  /// How much of a long story is shown.
  int MOST_FAILURES = 3;

  /// All is well.
  ///
  /// @param checks how many there were
  /// @param schedulers on which they were made
  record Passed(int checks, List<String> schedulers) implements Verdict {}

  /// There are errors.
  ///
  /// @param complaints javac's
  record DoesNotCompile(String complaints) implements Verdict {}

  /// Something is not as it should be.
  ///
  /// @param scheduler on which it failed
  /// @param failures one at least
  /// @param printed what the program printed meanwhile
  record Failed(String scheduler, List<Failure> failures, String printed) implements Verdict {}

  /// It goes on for ever, as it seems.
  ///
  /// @param scheduler on which it did not end
  /// @param seconds how long it was waited for
  /// @param places where its threads are
  /// @param findings what the watchdog says of it
  /// @param onLab what the same check comes to on the lab, if it ends there
  record Hangs(
      String scheduler,
      long seconds,
      List<String> places,
      List<String> findings,
      List<Failure> onLab)
      implements Verdict {
    private String story() {
      StringBuilder text = new StringBuilder();
      text.append("✗ it did not end within ").append(seconds);
      text.append(" seconds, on the scheduler '").append(scheduler).append("'.\n");
      if (places.isEmpty()) {
        text.append("None of your code is running: it waits for something that never comes.\n");
      } else {
        text.append("This is where it is:\n").append(String.join("\n", places).indent(2));
      }
      if (!findings.isEmpty()) {
        text.append("\nThe watchdog says:\n");
        findings.forEach(each -> text.append(Words.wrapped(each, Words.WIDTH - 2).indent(2)));
      }
      if (!onLab.isEmpty()) {
        text.append("\nOn the lab the same check ends, and tells why:\n\n");
        onLab.stream().limit(MOST_FAILURES).forEach(each -> text.append(each.words()).append('\n'));
      }
      return text.toString().stripTrailing();
    }
  }

  /// A check that was not passed.
  ///
  /// @param check what it checks
  /// @param message what is wrong
  /// @param place the line of the learner's file, or nothing if it was not on the stack
  record Failure(String check, String message, String place) {
    private String words() {
      String where = place.isEmpty() ? "" : "\n  at " + place;
      return "✗ "
          + check
          + "\n"
          + Words.folded(message.strip(), Words.WIDTH - 2).indent(2).stripTrailing()
          + where;
    }
  }

  default boolean isPassed() {
    return this instanceof Passed;
  }

  /// For the learner.
  default String words() {
    return switch (this) {
      case Passed(int checks, List<String> schedulers) ->
          "✓ passed: %s, on %s".formatted(count(checks, "check"), String.join(", ", schedulers));
      case DoesNotCompile(String complaints) ->
          "It does not compile:\n\n" + complaints.stripTrailing();
      case Failed(String scheduler, List<Failure> failures, String printed) -> {
        StringBuilder text = new StringBuilder();
        failures.stream().limit(MOST_FAILURES).forEach(f -> text.append(f.words()).append("\n\n"));
        if (failures.size() > MOST_FAILURES) {
          text.append("and %d more\n\n".formatted(failures.size() - MOST_FAILURES));
        }
        text.append("(on the scheduler '").append(scheduler).append("')");
        yield printed.isEmpty()
            ? text.toString()
            : text + "\n\nYour program printed:\n" + printed.indent(2).stripTrailing();
      }
      case Hangs hangs -> hangs.story();
    };
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
