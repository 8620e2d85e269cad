package dev.wakerobin.scheduler.lab;

import java.util.List;
import java.util.Locale;

/// Which of the tasks that are ready runs next.
public sealed interface Order {

  /// First come, first served.
  record Fifo() implements Order {}

  /// Any of them, drawn from the runtime's seed. One that was passed over too often is taken, so
  /// that even bad luck starves nobody.
  record AtRandom() implements Order {}

  /// By priorities that are drawn from the runtime's seed and change `depth - 1` times: finds a bug
  /// that needs `depth` polls in a certain order with a probability of at least 1 / (tasks ·
  /// steps^(depth-1)). From “A randomized scheduler with probabilistic guarantees of finding bugs”
  /// (Burckhardt, Kothari, Musuvathi, Nagarakatte; ASPLOS 2010), where it is called PCT.
  ///
  /// @param depth how many polls in a certain order the bug needs, at least 1
  /// @param steps about how many polls the program makes, at least 1: the changes fall among these
  record ByPriority(int depth, int steps) implements Order {
    /// Refuses what is below 1.
    public ByPriority {
      if (depth < 1 || steps < 1) {
        throw new IllegalArgumentException(
            "depth and steps must be at least 1, and these are %d and %d".formatted(depth, steps));
      }
    }
  }

  /// As the list says: at each step with k > 1 tasks to choose from, in the order in which they
  /// were handed over, its next number modulo k. After its end, first come, first served. Any list
  /// will do, so a generator of lists generates interleavings, and a shorter list is a simpler one.
  ///
  /// @param choices none below 0
  record Listed(List<Integer> choices) implements Order {
    /// Copies the list; refuses numbers below 0.
    public Listed {
      choices = List.copyOf(choices);
      for (int i = 0; i < choices.size(); i++) {
        if (choices.get(i) < 0) {
          throw new IllegalArgumentException(
              "choices count from 0, and number %d of the list is %d"
                  .formatted(i + 1, choices.get(i)));
        }
      }
    }
  }

  /// How many steps a program is taken to have if nobody says.
  int USUAL_STEPS = 1_000;

  /// From its name: `fifo`, `random`, or `pct:DEPTH`, as in `pct:3`.
  ///
  /// @throws IllegalArgumentException if the text is none of these
  static Order parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "fifo" -> new Fifo();
      case "random" -> new AtRandom();
      default -> {
        if (word.matches("pct:[1-9][0-9]{0,3}")) {
          yield new ByPriority(Integer.parseInt(word.substring(4)), USUAL_STEPS);
        }
        throw new IllegalArgumentException(
            "no order '" + text + "': there is fifo, random, and pct:DEPTH, as in pct:3");
      }
    };
  }
}
