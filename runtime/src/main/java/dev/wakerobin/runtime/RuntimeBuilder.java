package dev.wakerobin.runtime;

import dev.wakerobin.spi.SchedulerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Builds an [AsyncRuntime]. Every setting has a default; a bad value is refused at once, with the
/// value.
///
/// ```java
/// AsyncRuntime runtime = AsyncRuntime.builder().scheduler("basic").seed(42).build();
/// ```
public final class RuntimeBuilder {
  private static final String PARALLELISM = "WAKEROBIN_PARALLELISM";
  private static final String WATCHDOG = "wakerobin.watchdog.ms";

  private @Nullable String schedulerName;
  private @Nullable SchedulerProvider provider;
  private @Nullable Integer parallelism;
  private String threadNames = "wakerobin";
  private @Nullable Clock clock;
  private @Nullable Boolean tracking;
  private boolean metrics;
  private @Nullable Duration watchdog;
  private long seed = ThreadLocalRandom.current().nextLong();
  private FailurePolicy failurePolicy = FailurePolicy.REPORT;
  private Consumer<? super Throwable> reporter = Reporter::toUncaughtHandler;
  private int maxBlockingCalls = Integer.MAX_VALUE;
  private @Nullable Integer computationThreads;
  private Duration keepAlive = Duration.ofSeconds(10);
  private final List<Instrument> instruments = new ArrayList<>();

  RuntimeBuilder() {}

  /// The scheduler of that name. By default that of the system property `wakerobin.scheduler`, or
  /// else `work-stealing`. It is looked for by [#build()].
  public RuntimeBuilder scheduler(String name) {
    schedulerName = Objects.requireNonNull(name, "name");
    provider = null;
    return this;
  }

  /// A scheduler that need not be found.
  public RuntimeBuilder scheduler(SchedulerProvider itself) {
    provider = Objects.requireNonNull(itself, "provider");
    return this;
  }

  /// How many threads a scheduler with threads of its own uses. By default the environment variable
  /// `WAKEROBIN_PARALLELISM`, or else the number of processors.
  ///
  /// @param threads at least 1
  public RuntimeBuilder parallelism(int threads) {
    parallelism = atLeastOne(threads, "parallelism");
    return this;
  }

  /// What the names of all threads begin with: `wakerobin` by default, as in `wakerobin-worker-0`.
  public RuntimeBuilder threadNames(String prefix) {
    threadNames = Objects.requireNonNull(prefix, "prefix");
    return this;
  }

  /// The clock for sleeps, intervals and events: by default that of the system, or, if the
  /// scheduler declares to be deterministic, a [virtual][Clock#virtual()] one.
  public RuntimeBuilder clock(Clock itsClock) {
    clock = Objects.requireNonNull(itsClock, "clock");
    return this;
  }

  /// The seed of every random choice that the runtime and its scheduler make. By default a
  /// different one each time.
  public RuntimeBuilder seed(long itsSeed) {
    seed = itsSeed;
    return this;
  }

  /// Whether to keep an eye on what each task awaits and where, so that a [StalledException] can
  /// say so. It costs a look at the stack for each waker that is taken. By default only if the
  /// scheduler declares to be deterministic.
  public RuntimeBuilder tracking(boolean on) {
    tracking = on;
    return this;
  }

  /// Whether to count what happens, for [AsyncRuntime#metrics()]: by default it is not counted.
  public RuntimeBuilder metrics(boolean on) {
    metrics = on;
    return this;
  }

  /// Has a watchdog look out for tasks that keep a thread to themselves: a poll that lasts longer
  /// than the threshold, because it computes, sleeps, reads a file or waits for a lock. It is told
  /// as a [LongPoll], with the line of source where the thread stands, to every instrument and to
  /// the [reporter][#reporter(Consumer)]; again when it has lasted twice as long, and so on; and as
  /// a [LongPollOver] at its end. A task that spins is told as a [WakeStorm]; and, with
  /// [tracking][#tracking(boolean)], one whose waker nobody holds any more as a [LostWaker].
  ///
  /// By default there is none, unless the system property `wakerobin.watchdog.ms` gives a threshold
  /// in milliseconds. It has a thread that looks four times per threshold, in real time; a poll
  /// pays for it with two writes. On a [ManualClock] there is no thread: it looks whenever the
  /// clock is advanced, and measures by that clock.
  ///
  /// Calls of `spawnBlocking` and `spawnComputation` are no polls, and may take as long as they
  /// like.
  ///
  /// @param threshold above zero; 100 ms suits a server, 10 ms a learner
  public RuntimeBuilder watchdog(Duration threshold) {
    watchdog = Watchdog.checked(threshold);
    return this;
  }

  /// What becomes of failures that nobody joins: by default they are reported.
  public RuntimeBuilder onUnjoinedFailure(FailurePolicy policy) {
    failurePolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /// Where problems go that no caller is there to hear: failures that nobody joins, exceptions out
  /// of `cancel`, of an instrument, and every broken rule of a scheduler. By default the uncaught
  /// exception handler of the thread at hand, which prints them. It is called from many threads.
  public RuntimeBuilder reporter(Consumer<? super Throwable> itsReporter) {
    reporter = Objects.requireNonNull(itsReporter, "reporter");
    return this;
  }

  /// How many calls of `spawnBlocking` run at the same time; those beyond wait their turn. By
  /// default there is no limit, for each runs on a virtual thread.
  ///
  /// @param most at least 1
  public RuntimeBuilder maxBlockingCalls(int most) {
    maxBlockingCalls = atLeastOne(most, "maxBlockingCalls");
    return this;
  }

  /// How many platform threads `spawnComputation` uses: by default as many as there are processors.
  ///
  /// @param most at least 1
  public RuntimeBuilder computationThreads(int most) {
    computationThreads = atLeastOne(most, "computationThreads");
    return this;
  }

  /// How long a thread for computations stays when there is nothing to compute: 10 seconds by
  /// default.
  ///
  /// @param time above zero
  public RuntimeBuilder keepAlive(Duration time) {
    Objects.requireNonNull(time, "time");
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("keepAlive must be above zero, and this is " + time);
    }
    keepAlive = time;
    return this;
  }

  /// Adds somebody who is told what happens. There may be several; they are told in the order in
  /// which they were added.
  public RuntimeBuilder instrument(Instrument instrument) {
    instruments.add(Objects.requireNonNull(instrument, "instrument"));
    return this;
  }

  /// Builds the runtime and starts its scheduler. The builder may be used again.
  ///
  /// @throws IllegalArgumentException if there is no scheduler of that name, or two; the message
  ///     says which there are
  public AsyncRuntime build() {
    int processors = Runtime.getRuntime().availableProcessors();
    SchedulerProvider scheduler = provider != null ? provider : SchedulerLookup.find(schedulerName);
    boolean deterministic = scheduler.traits().deterministic();
    return new AsyncRuntime(
        new Settings(
            scheduler,
            parallelism != null ? parallelism : parallelismFrom(System.getenv(PARALLELISM)),
            threadNames,
            clock != null ? clock : deterministic ? Clock.virtual() : Clock.system(),
            seed,
            tracking != null ? tracking : deterministic,
            metrics,
            watchdog != null ? watchdog : Watchdog.thresholdFrom(System.getProperty(WATCHDOG)),
            failurePolicy,
            reporter,
            maxBlockingCalls,
            computationThreads != null ? computationThreads : processors,
            keepAlive,
            List.copyOf(instruments)));
  }

  /// What the environment variable asks for.
  static int parallelismFrom(@Nullable String variable) {
    if (variable == null || variable.isBlank()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      return atLeastOne(Integer.parseInt(variable.strip()), PARALLELISM);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(
          "%s must be a whole number, at least 1, and it is '%s'".formatted(PARALLELISM, variable));
    }
  }

  private static int atLeastOne(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, and this is " + value);
    }
    return value;
  }
}
