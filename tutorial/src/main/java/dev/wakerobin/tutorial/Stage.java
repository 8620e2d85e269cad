package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.RuntimeBuilder;
import java.util.Optional;
import java.util.OptionalInt;

/// What a chapter runs on: the scheduler and the number of workers that were asked for.
///
/// @param scheduler its name; if there is none, the runtime's default
/// @param parallelism how many workers; if there is none, the runtime's default
public record Stage(Optional<String> scheduler, OptionalInt parallelism) {

  /// Whatever the runtime takes by itself.
  public static Stage byDefault() {
    return new Stage(Optional.empty(), OptionalInt.empty());
  }

  /// The same with that scheduler.
  public Stage on(String name) {
    return new Stage(Optional.of(name), parallelism);
  }

  /// The same with that many workers.
  public Stage with(int workers) {
    return new Stage(scheduler, OptionalInt.of(workers));
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
    try {
      scheduler.ifPresent(builder::scheduler);
      parallelism.ifPresent(builder::parallelism);
      for (Instrument instrument : instruments) {
        builder.instrument(instrument);
      }
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
