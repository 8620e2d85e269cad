import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import dev.wakerobin.Waker;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.sync.Channel;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MergeCheck {

  /// What a side has next.
  enum Has {
    ITEM,
    NOTHING_YET
  }

  @Property(tries = 500)
  void whatever_the_two_sides_have(
      @ForAll @Size(max = 6) List<Has> left, @ForAll @Size(max = 6) List<Has> right)
      throws Exception {
    new Play(left, right).toTheEnd();
  }

  @Example
  void cancelled_before_the_first_poll_both_are() {
    Play play = new Play(List.of(Has.ITEM), List.of(Has.ITEM));
    play.merge.cancel();
    play.left.wasCancelled(1, "the merge was, and had not been polled");
    play.right.wasCancelled(1, "the merge was, and had not been polled");
  }

  @Example
  void cancelled_when_one_has_ended_the_other_one_is() throws Exception {
    Play play = new Play(List.of(), List.of(Has.NOTHING_YET));
    play.poll();
    play.merge.cancel();
    play.left.wasCancelled(0, "it had ended when the merge was");
    play.right.wasCancelled(1, "the merge was");
    Play mirrored = new Play(List.of(Has.NOTHING_YET), List.of());
    mirrored.poll();
    mirrored.merge.cancel();
    mirrored.left.wasCancelled(1, "the merge was");
    mirrored.right.wasCancelled(0, "it had ended when the merge was");
  }

  @Example
  void two_channels_are_read_to_their_ends() throws Exception {
    Channel<String> left = Channel.bounded(2);
    Channel<String> right = Channel.bounded(2);
    left.sender().trySend("l1");
    left.sender().trySend("l2");
    right.sender().trySend("r1");
    left.sender().close();
    right.sender().close();
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      List<String> read =
          runtime.blockOn(
              Streams.from(new Merge<>(left.receiver(), right.receiver())).take(10).toList());
      assertThat(read)
          .withFailMessage("of two channels with [l1, l2] and [r1] it gave %s", read)
          .containsExactlyInAnyOrder("l1", "l2", "r1");
    }
  }

  /// Two sides, a merge of them, and what came out.
  private static final class Play {
    private final Side left;
    private final Side right;
    private final Merge<String> merge;
    private final List<String> given = new ArrayList<>();
    private Waker bell = Waker.noop();
    private int inARow; // So often one side was taken while the other one had something.

    Play(List<Has> left, List<Has> right) {
      this.left = new Side("left", left);
      this.right = new Side("right", right);
      this.merge = new Merge<>(this.left, this.right);
    }

    Next<String> poll() throws Exception {
      bell = new Bell();
      return merge.pollNext(Context.of(bell));
    }

    void toTheEnd() throws Exception {
      while (true) {
        boolean both = left.hasItem() && right.hasItem();
        switch (poll()) {
          case Next.Item<String>(String item) -> look(item, both);
          case Next.Pending<String> _ -> {
            mayBePending(left);
            mayBePending(right);
            goOn();
          }
          case Next.End<String> _ -> {
            check(left.isOver(), "it ended, and the left side had not");
            check(right.isOver(), "it ended, and the right side had not");
            check(poll() instanceof Next.End<String>, "it had ended, and went on when asked again");
            return;
          }
        }
      }
    }

    /// The next item of one of the sides has come.
    private void look(String item, boolean both) {
      Side side = item.startsWith(left.name) ? left : right;
      Side other = side == left ? right : left;
      boolean again = !given.isEmpty() && given.getLast().startsWith(side.name);
      given.add(item);
      int number = (int) given.stream().filter(each -> each.startsWith(side.name)).count();
      check(item.equals(side.name + " " + number), "'" + item + "' is not the next one of its side");
      inARow = both ? (again ? inARow : 0) + 1 : 0;
      check(
          inARow < 3,
          "the %s side was taken three times in a row, and the %s one had something each time"
              .formatted(side.name, other.name));
    }

    private void mayBePending(Side side) {
      check(!side.hasItem(), "it was pending, and the " + side.name + " side had an item");
      check(
          side.isOver() || side.kept == bell,
          "it was pending without having asked the %s side: that one keeps no bell, so it cannot ring"
              .formatted(side.name));
      check(!left.isOver() || !right.isOver(), "it was pending, and both sides have ended");
    }

    /// One who has nothing yet gets something.
    private void goOn() {
      Side side = left.isOver() || (given.size() % 2 == 0 && !right.isOver()) ? right : left;
      side.rest.removeFirst();
    }

    private void check(boolean well, String what) {
      if (!well) {
        throw new AssertionError(
            "%s.\n  left:  %s\n  right: %s\n  given: %s"
                .formatted(what, left.script, right.script, given));
      }
    }
  }

  private static final class Bell implements Waker {
    @Override
    public void wake() {}
  }

  /// Gives items, and has nothing for a while, as it was told.
  private static final class Side implements Stream<String> {
    private final String name;
    private final List<Has> script;
    private final List<Has> rest;
    private Waker kept = Waker.noop();
    private int items;
    private int cancels;

    Side(String name, List<Has> script) {
      this.name = name;
      this.script = script;
      this.rest = new ArrayList<>(script);
    }

    boolean isOver() {
      return rest.isEmpty();
    }

    boolean hasItem() {
      return !isOver() && rest.getFirst() == Has.ITEM;
    }

    @Override
    public Next<String> pollNext(Context context) {
      if (isOver()) {
        return Next.end();
      }
      if (!hasItem()) {
        kept = context.waker();
        return Next.pending();
      }
      rest.removeFirst();
      items++;
      return Next.item(name + " " + items);
    }

    @Override
    public void cancel() {
      cancels++;
    }

    void wasCancelled(int times, String when) {
      assertThat(cancels)
          .withFailMessage(
              "cancels of the %s side: %d, and should be %d; %s",
              name, cancels, times, when)
          .isEqualTo(times);
    }
  }
}
