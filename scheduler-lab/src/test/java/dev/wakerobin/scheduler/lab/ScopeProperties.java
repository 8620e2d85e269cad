package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.TaskScope;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Scopes within scopes, in every order that can be generated.
class ScopeProperties {

  /// Never ready; knows whether it has begun and not been cancelled.
  private static final class Sleeper implements Future<Unit> {
    private boolean asleep;

    @Override
    public Poll<Unit> poll(Context context) {
      asleep = true;
      return Poll.pending();
    }

    @Override
    public void cancel() {
      asleep = false;
    }
  }

  /// A child of the outermost scope is aborted. What it has spawned, and what that has spawned in
  /// its turn, is cancelled by and by, each on its own; the outermost scope waits for all of them.
  @Property(tries = 300)
  void a_scope_waits_for_whatever_the_aborted_scopes_within_have_left_behind(
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5) Integer> choices)
      throws InterruptedException {
    Sleeper innermost = new Sleeper();
    Future<Unit> outermost =
        TaskScope.supervised(
            scope -> {
              JoinHandle<Unit> child = scope.spawn(nested(depth, innermost));
              return context -> {
                if (!innermost.asleep) {
                  context.waker().wake();
                  return Poll.pending();
                }
                child.abort();
                return Poll.ready();
              };
            });
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(Lab.provider().choosing(choices)).build()) {
      boolean outlived =
          runtime.blockOn(
              context ->
                  outermost.poll(context).isReady()
                      ? Poll.ready(innermost.asleep)
                      : Poll.pending());
      assertThat(outlived).as("the innermost task is at work after the outermost scope").isFalse();
    }
  }

  private static Future<Unit> nested(int depth, Sleeper innermost) {
    return depth == 0
        ? innermost
        : TaskScope.supervised(
            scope -> {
              scope.spawn(nested(depth - 1, innermost));
              return new Sleeper();
            });
  }
}
