package dev.wakerobin.tutorial.command;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The options that say on what a chapter runs.
final class StageOptions {
  static final Option SCHEDULER =
      new Option("--scheduler", "NAME", "a name", "on basic, work-stealing, lab, or yours");
  static final Option PARALLELISM =
      new Option("--parallelism", "P", "a number", "with so many worker threads");
  static final Option SEED =
      new Option("--seed", "S", "a number", "with these random choices, each time");
  static final Option REAL = new Option("--real", "in real time, with figures of this machine");

  /// On one scheduler.
  static final List<Option> ONE = List.of(SCHEDULER, PARALLELISM, SEED, REAL);

  /// On several.
  static final List<Option> SEVERAL = List.of(PARALLELISM, SEED, REAL);

  private StageOptions() {}

  /// The stage that was asked for.
  static Stage stage(Arguments arguments) throws Complaint {
    Stage stage = Stage.byDefault();
    if (arguments.has(SCHEDULER)) {
      stage = stage.on(scheduler(arguments.value(SCHEDULER).orElse("")));
    }
    OptionalInt workers = arguments.count(PARALLELISM, 1, "a number of workers");
    if (workers.isPresent()) {
      stage = stage.with(workers.getAsInt());
    }
    OptionalLong seed = arguments.number(SEED);
    if (seed.isPresent()) {
      stage = stage.seeded(seed.getAsLong());
    }
    if (arguments.has(REAL)) {
      stage = stage.inRealTime();
      checkReal(stage.scheduler().stream().toList());
    }
    return stage;
  }

  /// Complains if one of these has no real time.
  static void checkReal(List<String> schedulers) throws Complaint {
    if (schedulers.contains(Stage.LAB)) {
      throw new Complaint(
          "on the lab there is no real time",
          "--real is for the other schedulers",
          "try: ./wakerobin run 6 --real");
    }
  }

  /// That one, if there is one of that name.
  static String scheduler(String name) throws Complaint {
    List<String> available = AsyncRuntime.availableSchedulers();
    if (!available.contains(name)) {
      throw new Complaint(
          "no scheduler '"
              + name
              + "'"
              + Nearest.to(name, available).map(n -> ": did you mean '" + n + "'?").orElse(""),
          "schedulers: " + String.join(", ", available),
          "try: ./wakerobin run 0 --scheduler basic");
    }
    return name;
  }

  /// Those, with commas between them.
  static List<String> schedulers(String names) throws Complaint {
    List<String> all = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      all.add(scheduler(name.strip()));
    }
    return all;
  }
}
