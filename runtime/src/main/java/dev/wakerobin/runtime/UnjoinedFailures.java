package dev.wakerobin.runtime;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Failures of which nobody has been told yet.
///
/// While somebody holds the task's handle he may still ask. So a failure is reported once the
/// handle, which is the task, has been garbage collected, or when the runtime closes: whichever
/// comes first. Python's asyncio does the same (“Task exception was never retrieved”). There is no
/// thread of its own for it: whoever serves events looks.
final class UnjoinedFailures {

  private static final class Watched extends PhantomReference<TaskCell<?>> {
    final long number;
    final TaskFailure failure;

    Watched(TaskCell<?> task, TaskFailure failure, ReferenceQueue<TaskCell<?>> collected) {
      super(task, collected);
      this.number = task.number();
      this.failure = failure;
    }
  }

  private final Consumer<Throwable> reporter;
  private final ReferenceQueue<TaskCell<?>> collected = new ReferenceQueue<>();
  private final Set<Watched> open = ConcurrentHashMap.newKeySet();

  UnjoinedFailures(Consumer<Throwable> reporter) {
    this.reporter = reporter;
  }

  void add(TaskCell<?> task, TaskFailure failure) {
    open.add(new Watched(task, failure, collected));
  }

  /// Reports the failures of tasks whose handles are gone.
  void reportCollected() {
    @Nullable Watched gone;
    while ((gone = (Watched) collected.poll()) != null) {
      report(gone);
    }
  }

  /// Reports what is left: nobody will ask any more.
  void reportAll() {
    open.stream().sorted(Comparator.comparingLong(each -> each.number)).forEach(this::report);
  }

  private void report(Watched each) {
    if (open.remove(each) && !each.failure.isJoined()) {
      reporter.accept(each.failure.asReport());
    }
  }
}
