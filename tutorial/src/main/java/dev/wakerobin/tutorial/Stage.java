package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.VirtualClock;
import dev.wakerobin.trace.Trace;
import java.util.Optional;
import java.util.OptionalInt;

/// What a chapter runs on: the scheduler, the number of workers and the time that were asked for.
///
/// @param scheduler its name; if there is none, the chapter's own choice
/// @param parallelism how many workers; if there is none, the runtime's default
/// @param real whether programs that are at home in virtual time run in real time too
/// @param watched whether the lab keeps an eye on what each task awaits, so that a program that is
///     stuck is explained
/// @param gallery where the traces of its programs are shown, if anywhere
public record Stage(
    Optional<String> scheduler,
    OptionalInt parallelism,
    boolean real,
    boolean watched,
    Optional<Gallery> gallery) {
  /// The scheduler on which a run is the same each time.
  public static final String LAB = "lab";

  private static final long SEED = 1;

  /// Whatever the chapter and the runtime take by themselves.
  public static Stage byDefault() {
    return new Stage(Optional.empty(), OptionalInt.empty(), false, true, Optional.empty());
  }

  /// The same with that scheduler.
  public Stage on(String name) {
    return new Stage(Optional.of(name), parallelism, real, watched, gallery);
  }

  /// The same with that many workers.
  public Stage with(int workers) {
    return new Stage(scheduler, OptionalInt.of(workers), real, watched, gallery);
  }

  /// The same in real time.
  public Stage inRealTime() {
    return new Stage(scheduler, parallelism, true, watched, gallery);
  }

  /// The same without that eye, which costs more than some programs with very many tasks.
  public Stage unwatched() {
    return new Stage(scheduler, parallelism, real, false, gallery);
  }

  /// The same, with every program recorded for that gallery.
  Stage shownIn(Gallery itsGallery) {
    return new Stage(scheduler, parallelism, real, watched, Optional.of(itsGallery));
  }

  /// Shows a trace of a program that did not run in a runtime of this stage, and answers it.
  public Trace show(Trace trace) {
    gallery.ifPresent(its -> its.hang(trace));
    return trace;
  }

  /// Complains now, rather than in the middle of a page.
  void check() throws Complaint {
    open().close();
  }

  /// Opens a runtime on this stage. Close it.
  ///
  /// @param instruments see what happens there
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public AsyncRuntime open(Instrument... instruments) throws Complaint {
    RuntimeBuilder builder = AsyncRuntime.builder();
    scheduler.ifPresent(builder::scheduler);
    return build(builder, instruments);
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
    RuntimeBuilder builder = AsyncRuntime.builder().clock(clock).seed(SEED);
    if (!watched) {
      builder.tracking(false);
    }
    return build(builder.scheduler(scheduler.orElse(LAB)), instruments);
  }

  private AsyncRuntime build(RuntimeBuilder builder, Instrument... instruments) throws Complaint {
    try {
      parallelism.ifPresent(builder::parallelism);
      for (Instrument instrument : instruments) {
        builder.instrument(instrument);
      }
      gallery.ifPresent(its -> builder.instrument(its.newRecorder()));
      Transcript.writer().ifPresent(writer -> builder.instrument(writer.recorder()));
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
