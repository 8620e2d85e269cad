package dev.wakerobin.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/// What was typed.
///
/// @param quick a first impression, in one JVM
/// @param rounds how often everything is measured; of a quick run, at most
/// @param workloads what, in the order of the table
record Request(boolean quick, int rounds, List<Workload> workloads) {
  static final String HELP =
      """
      usage: ./wakerobin bench [--quick] [--rounds N] [WORKLOAD…]

      Measures the runtime beside its peers, all of them in turn in each round, and prints the
      medians: our row first, then each peer with how many times longer it took.

        --quick       six workloads on two workers, in one JVM, within 50 seconds
        --rounds N    so many rounds instead of 3
        WORKLOAD      only these: %s

      What was measured is left in benchmarks/target/bench/results.json.
      """
          .formatted(wrapped());

  /// Reads the words.
  static Request of(List<String> words) throws Complaint {
    boolean quick = false;
    int rounds = 0;
    EnumSet<Workload> workloads = EnumSet.noneOf(Workload.class);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--quick")) {
        quick = true;
      } else if (word.equals("--rounds")) {
        i++;
        rounds = number(i < words.size() ? words.get(i) : "");
      } else if (word.startsWith("--rounds=")) {
        rounds = number(word.substring("--rounds=".length()));
      } else if (word.startsWith("-")) {
        throw new Complaint("no option '" + word + "'", "options: --quick, --rounds N, --help");
      } else {
        workloads.add(
            Workload.of(word)
                .orElseThrow(
                    () -> new Complaint("no workload '" + word + "'", "workloads: " + names())));
      }
    }
    if (quick && !workloads.stream().allMatch(Workload::repeats)) {
      throw new Complaint(
          "timers and parked take too long for --quick, and a JVM of their own",
          "leave out --quick, or those two");
    }
    List<Workload> all = quick ? Workload.quickOnes() : Arrays.asList(Workload.values());
    return new Request(
        quick, rounds == 0 ? 3 : rounds, workloads.isEmpty() ? all : List.copyOf(workloads));
  }

  private static int number(String text) throws Complaint {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new Complaint(
        text.isEmpty() ? "--rounds needs a number" : "'" + text + "' is not a number of rounds",
        "rounds: 1 or more");
  }

  private static String names() {
    return Arrays.stream(Workload.values()).map(Workload::word).collect(Collectors.joining(", "));
  }

  /// The names in lines that fit below one another in the help.
  private static String wrapped() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Workload workload : Workload.values()) {
      if (line.length() + workload.word().length() > 55) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(workload.word()).append(' ');
    }
    lines.add(line.toString());
    return lines.stream().map(String::strip).collect(Collectors.joining("\n" + " ".repeat(26)));
  }

  /// What was typed makes no sense: what is wrong, and what there is.
  static final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    Complaint(String problem, String choice) {
      super(problem + "\n" + choice + "\ntry: ./wakerobin bench --help");
    }
  }
}
