package dev.wakerobin.tutorial.drill;

import java.util.ArrayList;
import java.util.List;

/// All that has to be known to work out in which order a [Drill] runs.
final class Rules {
  private Rules() {}

  static List<String> of(Drill drill) {
    List<String> rules = new ArrayList<>();
    rules.add(
        "There is one worker and one queue. At first main is in it, alone. The worker takes the"
            + " task at the front and polls it, again and again.");
    rules.add("A poll goes on until the task ends, or has to wait. print never waits.");
    rules.add("spawn puts the new task at the end of the queue, and goes on.");
    if (drill.has(Statement.Yield.class)) {
      rules.add("yieldNow waits once: the task goes to the end of the queue.");
    }
    rules.add(
        "await(a) goes on at once if task a has ended. Else it waits; when a ends, the one who waits"
            + " goes to the end of the queue.");
    if (drill.has(Statement.Send.class)) {
      rules.add(
          "send puts a word into the channel, and goes on. If a task waits for it, that one goes to"
              + " the end of the queue.");
      rules.add("receive takes the oldest word in the channel. If there is none, it waits.");
    }
    return List.copyOf(rules);
  }
}
