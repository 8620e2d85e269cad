package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.drill.Drill;
import dev.wakerobin.tutorial.drill.Rehearsal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Asks the reader about drills, and counts the answers.
final class Examiner {
  private final Seat seat;
  private int asked;
  private int right;

  Examiner(Seat seat) {
    this.seat = seat;
  }

  /// How many questions were answered.
  int asked() {
    return asked;
  }

  /// How many of the answers were right.
  int right() {
    return right;
  }

  /// Asks about one drill. False if the reader has had enough.
  boolean ask(Drill drill, Rehearsal rehearsal) throws IOException {
    Optional<List<String>> words = answer("What is printed, in order? (Words, and blanks.)");
    if (words.isEmpty()) {
      return false;
    }
    judge(difference(words.get(), rehearsal.printed()));
    Optional<List<String>> polls = answer("How often is " + drill.asked() + " polled?");
    if (polls.isEmpty()) {
      return false;
    }
    String number = "" + rehearsal.polls(drill.asked());
    judge(polls.get().equals(List.of(number)) ? "" : "It is " + number + ".");
    seat.out().println();
    return true;
  }

  private void judge(String fault) {
    asked++;
    right += fault.isEmpty() ? 1 : 0;
    seat.out().println(fault.isEmpty() ? "Right." : fault);
  }

  /// Where two lists part; empty if nowhere.
  private static String difference(List<String> yours, List<String> its) {
    for (int i = 0; i < Math.max(yours.size(), its.size()); i++) {
      String his = i < yours.size() ? "'" + yours.get(i) + "'" : "missing";
      String right = i < its.size() ? "'" + its.get(i) + "'" : "not there";
      if (!his.equalsIgnoreCase(right)) {
        return "Not quite: word %d is %s, and yours is %s.".formatted(i + 1, right, his);
      }
    }
    return "";
  }

  private Optional<List<String>> answer(String question) throws IOException {
    seat.out().println(question + (seat.terminal().interactive() ? "  [q] quits" : ""));
    seat.out().print("> ");
    seat.out().flush();
    String line = seat.terminal().in().readLine();
    if (line == null || line.strip().equals("q")) {
      seat.out().println();
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(line.split("[\\s,;\"']+", -1)).filter(word -> !word.isEmpty()).toList());
  }
}
