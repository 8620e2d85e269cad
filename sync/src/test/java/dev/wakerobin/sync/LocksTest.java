package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.sync.RwLock.ReadGuard;
import dev.wakerobin.sync.RwLock.WriteGuard;
import org.junit.jupiter.api.Test;

class LocksTest {

  @Test
  void a_mutex_is_held_by_one_at_a_time_in_the_order_in_which_they_came() {
    Mutex mutex = new Mutex();
    Hand<Mutex.Guard> first = Hand.polled(mutex.lock());
    Hand<Mutex.Guard> second = Hand.polled(mutex.lock());
    Hand<Mutex.Guard> third = Hand.polled(mutex.lock());
    assertThat(first.isReady()).isTrue();
    assertThat(mutex.tryLock()).isEmpty();
    first.value().close();
    assertThat(second.isRung()).isTrue();
    assertThat(third.isRung()).isFalse();
    assertThat(mutex.isLocked()).as("it was handed over").isTrue();
  }

  @Test
  void a_guard_closed_twice_does_not_let_go_of_what_another_holds() {
    Mutex mutex = new Mutex();
    Mutex.Guard first = mutex.tryLock().orElseThrow();
    first.close();
    Mutex.Guard second = mutex.tryLock().orElseThrow();
    first.close();
    assertThat(mutex.isLocked()).isTrue();
    second.close();
    assertThat(mutex.isLocked()).isFalse();
  }

  @Test
  void a_lock_handed_to_one_who_is_cancelled_goes_to_the_next() {
    Mutex mutex = new Mutex();
    Mutex.Guard held = mutex.tryLock().orElseThrow();
    Hand<Mutex.Guard> second = Hand.polled(mutex.lock());
    Hand<Mutex.Guard> third = Hand.polled(mutex.lock());
    held.close();
    assertThat(second.isRung()).isTrue();
    second.cancel();
    assertThat(third.isRung()).isTrue();
    assertThat(third.poll()).isTrue();
  }

  @Test
  void who_has_to_yield_does_not_take_a_free_lock_but_keeps_one_that_was_handed_over() {
    Mutex mutex = new Mutex();
    Hand<Mutex.Guard> first = Hand.of(mutex.lock());
    assertThat(first.poll(false)).isFalse();
    assertThat(first.isRung()).isTrue();
    assertThat(mutex.isLocked()).isFalse();
    assertThat(first.poll()).isTrue();
    Hand<Mutex.Guard> second = Hand.polled(mutex.lock());
    first.value().close();
    assertThat(second.poll(false)).isFalse();
    assertThat(mutex.tryLock()).as("it has been handed over").isEmpty();
    assertThat(second.poll()).isTrue();
  }

  @Test
  void a_lock_whose_work_is_cancelled_is_free_again() {
    Mutex mutex = new Mutex();
    Hand<String> work = Hand.polled(mutex.withLock(Oneshot::new));
    assertThat(mutex.isLocked()).isTrue();
    work.cancel();
    assertThat(mutex.isLocked()).isFalse();
  }

  @Test
  void readers_share_and_a_writer_in_line_is_not_overtaken_by_later_readers() {
    RwLock lock = new RwLock();
    ReadGuard one = lock.tryRead().orElseThrow();
    ReadGuard two = lock.tryRead().orElseThrow();
    Hand<WriteGuard> writer = Hand.polled(lock.write());
    Hand<ReadGuard> late = Hand.polled(lock.read());
    assertThat(late.isReady()).isFalse();
    assertThat(lock.tryRead()).isEmpty();
    one.close();
    assertThat(writer.isRung()).isFalse();
    two.close();
    assertThat(writer.poll()).isTrue();
    assertThat(late.isRung()).isFalse();
    writer.value().close();
    assertThat(late.poll()).isTrue();
  }

  @Test
  void readers_behind_a_writer_who_gives_up_come_in() {
    RwLock lock = new RwLock();
    ReadGuard reading = lock.tryRead().orElseThrow();
    Hand<WriteGuard> writer = Hand.polled(lock.write());
    Hand<ReadGuard> late = Hand.polled(lock.read());
    writer.cancel();
    assertThat(late.poll()).isTrue();
    reading.close();
  }

  @Test
  void a_writer_that_becomes_a_reader_lets_in_the_readers_at_the_head_of_the_line_only() {
    RwLock lock = new RwLock();
    WriteGuard writing = lock.tryWrite().orElseThrow();
    Hand<ReadGuard> reader = Hand.polled(lock.read());
    Hand<WriteGuard> writer = Hand.polled(lock.write());
    Hand<ReadGuard> late = Hand.polled(lock.read());
    ReadGuard reading = writing.downgrade();
    writing.close();
    assertThat(reader.poll()).isTrue();
    assertThat(writer.isRung()).isFalse();
    assertThat(late.isRung()).isFalse();
    reader.value().close();
    reading.close();
    assertThat(writer.poll()).isTrue();
    assertThatThrownBy(writing::downgrade)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed, or was downgraded before");
  }

  @Test
  void a_lock_for_two_readers_lets_a_third_wait() {
    RwLock lock = new RwLock(2);
    ReadGuard one = lock.tryRead().orElseThrow();
    assertThat(lock.tryRead()).isPresent();
    Hand<ReadGuard> third = Hand.polled(lock.read());
    assertThat(third.isReady()).isFalse();
    one.close();
    assertThat(third.poll()).isTrue();
    assertThatThrownBy(() -> new RwLock(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("and this would admit 0");
  }
}
