import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimerQueueCheck {

  /// What is done to a queue.
  sealed interface Step {
    record Set(int deadline) implements Step {}

    record Cancel(int which) implements Step {}

    record Ring(int now) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 9);
    return Arbitraries.<Step>oneOf(
            numbers.map(Step.Set::new), numbers.map(Step.Cancel::new), numbers.map(Step.Ring::new))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 500)
  void it_does_what_a_search_through_all_would_do(@ForAll("steps") List<Step> steps) {
    Play play = new Play();
    for (Step step : steps) {
      switch (step) {
        case Step.Set(int deadline) -> play.set(deadline);
        case Step.Cancel(int which) -> play.cancel(which);
        case Step.Ring(int now) -> play.ring(now);
      }
      play.askForTheNext();
    }
  }

  @Example
  void a_cancel_does_not_search() {
    int count = 4_000;
    Play play = new Play();
    for (int i = 0; i < count; i++) {
      play.queue.set(play.bell(i));
    }
    List<Bell> all = new ArrayList<>(play.bells);
    Collections.shuffle(all, new Random(1));
    play.looks = 0;
    int cancels = count - 100;
    all.subList(0, cancels).forEach(play.queue::cancel);
    long each = play.looks / cancels;
    assertThat(each)
        .withFailMessage(
            "%,d timers were set, and a cancel looked at %,d of them on average. It must not search:"
                + " mark the timer, and throw it away later",
            count, each)
        .isLessThanOrEqualTo(30);
  }

  @Example
  void what_was_cancelled_does_not_fill_the_memory() {
    int waiting = 100;
    Random which = new Random(1);
    Play play = new Play();
    for (int i = 0; i < 10_000; i++) {
      play.queue.set(play.bell(i));
      if (play.bells.size() > waiting) {
        play.queue.cancel(play.bells.remove(which.nextInt(waiting)));
      }
    }
    int places = play.queue.places();
    assertThat(places)
        .withFailMessage(
            "10,000 timers were set, all but 100 were cancelled, and the queue holds %,d: cancelled"
                + " timers stay where they are for too long",
            places)
        .isLessThanOrEqualTo(310);
    assertThat(places)
        .withFailMessage("100 timers wait, and the queue says that it holds %d", places)
        .isGreaterThanOrEqualTo(waiting);
  }

  /// A queue, what was done to it, and all timers that were ever set.
  private static final class Play {
    private final TimerQueue queue = new TimerQueue();
    private final List<Bell> bells = new ArrayList<>();
    private final List<Long> rung = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private long looks;

    Bell bell(long deadline) {
      Bell bell = new Bell(this, deadline);
      bells.add(bell);
      return bell;
    }

    void set(long deadline) {
      story.add("set " + deadline);
      queue.set(bell(deadline));
    }

    /// Any of them: it may have been rung or cancelled before.
    void cancel(int which) {
      if (bells.isEmpty()) {
        return;
      }
      Bell bell = bells.get(which % bells.size());
      story.add("cancel " + bell.deadline + (bell.waits ? "" : " once more"));
      queue.cancel(bell);
      assertThat(bell.waits)
          .withFailMessage("%s: the timer was not marked, and still waits", this)
          .isFalse();
    }

    void ring(long now) {
      story.add("ring what is due at " + now);
      List<Long> due =
          bells.stream()
              .filter(bell -> bell.waits && bell.deadline <= now)
              .map(bell -> bell.deadline)
              .sorted()
              .toList();
      rung.clear();
      queue.ringDue(now);
      assertThat(rung)
          .withFailMessage("%s: it rang %s, and should ring %s, in this order", this, rung, due)
          .isEqualTo(due);
    }

    void askForTheNext() {
      OptionalLong next = bells.stream().filter(b -> b.waits).mapToLong(b -> b.deadline).min();
      OptionalLong said = queue.nextDeadline();
      boolean over = bells.stream().noneMatch(b -> b.waits && said.orElse(-1) == b.deadline);
      assertThat(said)
          .withFailMessage(
              "%s: it said that the next deadline is %s, and should say %s%s",
              this,
              words(said),
              words(next),
              said.isPresent() && over ? ". The timer of that one does not wait any more" : "")
          .isEqualTo(next);
    }

    private static String words(OptionalLong deadline) {
      return deadline.isPresent() ? "" + deadline.getAsLong() : "none";
    }

    @Override
    public String toString() {
      return String.join(", ", story);
    }
  }

  /// A timer that counts how often it is looked at.
  private static final class Bell implements TimerQueue.Timer {
    private final Play play;
    private final long deadline;
    private boolean waits = true;

    Bell(Play play, long deadline) {
      this.play = play;
      this.deadline = deadline;
    }

    @Override
    public long deadline() {
      play.looks++;
      return deadline;
    }

    @Override
    public void ring() {
      if (!waits) {
        throw new AssertionError(
            play + ": the timer of " + deadline + " was rung, and it does not wait any more");
      }
      waits = false;
      play.rung.add(deadline);
    }

    @Override
    public void cancel() {
      waits = false;
    }

    @Override
    public boolean waits() {
      play.looks++;
      return waits;
    }

    /// A collection that searches for a timer asks this.
    @Override
    public boolean equals(Object other) {
      play.looks++;
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
