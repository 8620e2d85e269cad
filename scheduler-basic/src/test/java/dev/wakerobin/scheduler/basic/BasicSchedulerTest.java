package dev.wakerobin.scheduler.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.spi.Latch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What the contract leaves open and this scheduler promises: the exact order, and whose thread it
/// is that runs.
class BasicSchedulerTest {
  private final PlainContext context = new PlainContext();
  private final BasicScheduler scheduler = new BasicScheduler(context);
  private final List<Integer> order = new ArrayList<>();
  private final AtomicBoolean open = new AtomicBoolean();
  private final Latch latch = new FlagLatch(open);

  @Test
  void tasks_run_first_come_first_served_and_none_while_nobody_drives() throws Exception {
    for (int number = 0; number < 5; number++) {
      scheduler.schedule(noting(number));
    }
    assertThat(order).isEmpty();
    scheduler.schedule(opening(5));
    scheduler.schedule(noting(6));
    scheduler.runUntil(latch);
    assertThat(order).as("not one more than it takes").containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(context.events).containsExactly("started 0", "stopped 0");
  }

  @Test
  void what_a_task_schedules_runs_after_all_that_were_there() throws Exception {
    scheduler.schedule(
        new Named(
            0,
            () -> {
              order.add(0);
              scheduler.schedule(opening(2));
            }));
    scheduler.schedule(noting(1));
    scheduler.runUntil(latch);
    assertThat(order).containsExactly(0, 1, 2);
  }

  @Test
  void from_foreign_threads_only_the_first_to_arrive_unparks() {
    scheduler.schedule(noting(0));
    scheduler.schedule(noting(1));
    assertThat(context.permits()).isEqualTo(1);
  }

  @Test
  void events_are_served_every_61_tasks() throws Exception {
    for (int number = 0; number < 3 * 61 - 1; number++) {
      scheduler.schedule(noting(number));
    }
    scheduler.schedule(opening(3 * 61 - 1));
    scheduler.runUntil(latch);
    assertThat(context.served()).isEqualTo(3);
  }

  @Test
  void what_comes_out_of_a_task_is_reported_and_the_loop_goes_on() throws Exception {
    AssertionError thrown = new AssertionError("no luck");
    scheduler.schedule(
        new Named(
            0,
            () -> {
              throw thrown;
            }));
    scheduler.schedule(opening(1));
    scheduler.runUntil(latch);
    assertThat(context.reports).containsExactly(thrown);
    assertThat(order).containsExactly(1);
  }

  @Test
  void an_interrupted_driver_says_so_and_lays_the_loop_down() throws Exception {
    Thread.currentThread().interrupt();
    context.unpark();
    assertThatThrownBy(() -> scheduler.runUntil(latch)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    scheduler.schedule(opening(1));
    scheduler.runUntil(latch); // Somebody else, or the same one, can drive.
    assertThat(order).containsExactly(1);
  }

  @Test
  void an_open_latch_or_a_closed_scheduler_lets_nobody_in() throws Exception {
    open.set(true);
    scheduler.schedule(noting(0));
    scheduler.runUntil(latch);
    open.set(false);
    scheduler.close();
    scheduler.close();
    scheduler.schedule(noting(1));
    scheduler.runUntil(latch);
    assertThat(order).isEmpty();
    assertThat(context.events).isEmpty();
  }

  private Named noting(int number) {
    return new Named(number, () -> order.add(number));
  }

  private Named opening(int number) {
    return new Named(
        number,
        () -> {
          order.add(number);
          open.set(true);
        });
  }

  /// Open once the flag is set, by the thread that looks.
  private record FlagLatch(AtomicBoolean flag) implements Latch {
    @Override
    public boolean isOpen() {
      return flag.get();
    }

    @Override
    public void await() {
      throw new AssertionError("it is the driver who looks");
    }
  }
}
