package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// What the runtime lends to its scheduler.
final class LentContext implements SchedulerContext, WorkerEvents {
  private final Engine engine;
  private final Settings settings;
  private final SplittableRandom seeds; // Guarded by itself.
  private final AtomicInteger nextThread = new AtomicInteger();

  LentContext(Engine engine, Settings settings) {
    this.engine = engine;
    this.settings = settings;
    this.seeds = new SplittableRandom(settings.seed());
  }

  @Override
  public int parallelism() {
    return settings.parallelism();
  }

  @Override
  public ThreadFactory threads() {
    return work ->
        Thread.ofPlatform()
            .daemon()
            .name(settings.threadNames() + "-worker-" + nextThread.getAndIncrement())
            .unstarted(() -> Seat.ofThisThread().serve(engine, work::run));
  }

  @Override
  public Parker newParker() {
    EventParker parker = new EventParker(engine.watch(), engine.instruments());
    engine.watch().add(parker);
    return parker;
  }

  @Override
  public RandomGenerator random() {
    synchronized (seeds) {
      return seeds.split();
    }
  }

  @Override
  public WorkerEvents events() {
    return this;
  }

  @Override
  public void report(Throwable problem) {
    engine.report(problem);
  }

  @Override
  public void started(int worker) {
    engine.instruments().workerStarted(worker);
  }

  @Override
  public void stopped(int worker) {
    engine.instruments().workerStopped(worker);
  }

  @Override
  public void actingAs(int worker) {
    engine.instruments().actingAs(worker);
  }

  @Override
  public void stole(int thief, int tasks, int victim) {
    engine.instruments().stole(thief, tasks, victim);
  }
}
