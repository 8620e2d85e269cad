package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.VirtualClock;
import dev.wakerobin.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a chapter runs on: the scheduler, the number of workers and the time that were asked for.
///
/// @param scheduler its name; if there is none, the chapter's own choice
/// @param parallelism how many workers; if there is none, the runtime's default
/// @param seed of all random choices; if there is none, one that is the same each time in virtual
///     time, and another one each time in real time
/// @param real whether programs that are at home in virtual time run in real time too
/// @param watched whether the lab keeps an eye on what each task awaits, so that a program that is
///     stuck is explained, and whether onlookers may put a watchdog into the others
/// @param onlookers those who learn of every runtime that is opened
public record Stage(
    Optional<String> scheduler,
    OptionalInt parallelism,
    OptionalLong seed,
    boolean real,
    boolean watched,
    List<Onlooker> onlookers) {
  /// The scheduler on which a run is the same each time.
  public static final String LAB = "lab";

  private static final long USUAL_SEED = 1;

  /// Takes a copy.
  public Stage {
    onlookers = List.copyOf(onlookers);
  }

  /// Whatever the chapter and the runtime take by themselves.
  public static Stage byDefault() {
    return new Stage(
        Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), false, true, List.of());
  }

  /// The same with that scheduler.
  public Stage on(String name) {
    return new Stage(Optional.of(name), parallelism, seed, real, watched, onlookers);
  }

  /// The same with that many workers.
  public Stage with(int workers) {
    return new Stage(scheduler, OptionalInt.of(workers), seed, real, watched, onlookers);
  }

  /// The same with that seed.
  public Stage seeded(long number) {
    return new Stage(scheduler, parallelism, OptionalLong.of(number), real, watched, onlookers);
  }

  /// The same in real time.
  public Stage inRealTime() {
    return new Stage(scheduler, parallelism, seed, true, watched, onlookers);
  }

  /// The same without that eye, which costs more than some programs with very many tasks.
  public Stage unwatched() {
    return new Stage(scheduler, parallelism, seed, real, false, onlookers);
  }

  /// The same before the eyes of one more.
  public Stage before(Onlooker onlooker) {
    List<Onlooker> all = new ArrayList<>(onlookers);
    all.add(onlooker);
    return new Stage(scheduler, parallelism, seed, real, watched, all);
  }

  /// Shows a trace of a program that did not run in a runtime of this stage, and answers it.
  public Trace show(Trace trace) {
    onlookers.forEach(each -> each.shown(trace));
    return trace;
  }

  /// Complains now, rather than in the middle of a page.
  ///
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public void check() throws Complaint {
    new Stage(scheduler, parallelism, seed, real, watched, List.of()).open().close();
  }

  /// Opens a runtime on this stage. Close it.
  ///
  /// @param instruments see what happens there
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public AsyncRuntime open(Instrument... instruments) throws Complaint {
    RuntimeBuilder builder = AsyncRuntime.builder();
    scheduler.ifPresent(builder::scheduler);
    boolean virtual = scheduler.filter(LAB::equals).isPresent();
    return build(builder, !virtual, instruments);
  }

  /// Opens a runtime for a program that is the same each time: on the lab, unless another scheduler
  /// was asked for, and in virtual time on any of them. In real time it is as [#open]. Close it.
  ///
  /// @param instruments see what happens there
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public AsyncRuntime openLab(Instrument... instruments) throws Complaint {
    return openLab(Clock.virtual(), instruments);
  }

  /// The same with a clock that the program moves itself. In real time it is left alone.
  ///
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public AsyncRuntime openLab(VirtualClock clock, Instrument... instruments) throws Complaint {
    if (real) {
      return open(instruments);
    }
    RuntimeBuilder builder = AsyncRuntime.builder().clock(clock).seed(USUAL_SEED);
    if (!watched) {
      builder.tracking(false);
    }
    return build(builder.scheduler(scheduler.orElse(LAB)), false, instruments);
  }

  private AsyncRuntime build(RuntimeBuilder builder, boolean realTime, Instrument... instruments)
      throws Complaint {
    try {
      parallelism.ifPresent(builder::parallelism);
      seed.ifPresent(builder::seed);
      for (Instrument instrument : instruments) {
        builder.instrument(instrument);
      }
      onlookers.forEach(each -> each.opening(builder, realTime && watched));
      return builder.build();
    } catch (IllegalArgumentException refusal) {
      throw new Complaint(
          String.valueOf(refusal.getMessage()),
          "schedulers: "
              + String.join(", ", AsyncRuntime.availableSchedulers())
              + "; workers: 1 or more",
          "try: ./wakerobin run 0 --scheduler basic --parallelism 1");
    }
  }
}
