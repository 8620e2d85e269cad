package dev.wakerobin.runtime;

import dev.wakerobin.spi.SchedulerProvider;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a [RuntimeBuilder] was told, checked and complete.
record Settings(
    SchedulerProvider scheduler,
    int parallelism,
    String threadNames,
    Clock clock,
    long seed,
    boolean tracking,
    boolean metrics,
    @Nullable Duration watchdog,
    FailurePolicy failurePolicy,
    Consumer<? super Throwable> reporter,
    int maxBlockingCalls,
    int computationThreads,
    Duration keepAlive,
    List<Instrument> instruments) {}
