package dev.wakerobin.sync;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/// The channel against a number of slots and two plain queues, with cancellations at any point.
class ChannelProperties {
  private static final int PLACES = 5;

  sealed interface Step {
    /// Gives up what is at that place, and begins to send there.
    record Send(int place, boolean reserving) implements Step {}

    record PollSend(int place, boolean budget) implements Step {}

    record CancelSend(int place) implements Step {}

    /// Uses or gives back the reservation at that place.
    record Reserved(int place, boolean use) implements Step {}

    record TrySend(int sender) implements Step {}

    record Receive(boolean budget) implements Step {}

    record ReceiveMany(int most, boolean budget) implements Step {}

    record CancelReceive() implements Step {}

    record TryReceive() implements Step {}

    record Copy(int sender) implements Step {}

    record CloseSender(int sender) implements Step {}

    record CloseReceiver() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Integer> sender = Arbitraries.integers().between(0, 2);
    Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, false);
    Arbitrary<Boolean> seldom = mostly.map(is -> !is);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(14, Combinators.combine(place, seldom).as(Step.Send::new)),
            Tuple.of(25, Combinators.combine(place, mostly).as(Step.PollSend::new)),
            Tuple.of(5, place.map(Step.CancelSend::new)),
            Tuple.of(6, Combinators.combine(place, mostly).as(Step.Reserved::new)),
            Tuple.of(5, sender.map(Step.TrySend::new)),
            Tuple.of(14, mostly.map(Step.Receive::new)),
            Tuple.of(
                5,
                Combinators.combine(Arbitraries.integers().between(1, 3), mostly)
                    .as(Step.ReceiveMany::new)),
            Tuple.of(3, Arbitraries.just(new Step.CancelReceive())),
            Tuple.of(4, Arbitraries.just(new Step.TryReceive())),
            Tuple.of(1, sender.map(Step.Copy::new)),
            Tuple.of(2, sender.map(Step.CloseSender::new)),
            Tuple.of(1, Arbitraries.just(new Step.CloseReceiver())))
        .list()
        .ofMaxSize(100);
  }

  @Property
  void what_is_sent_is_received_once_and_in_order_and_nothing_else(
      @ForAll @IntRange(min = 1, max = 3) int capacity, @ForAll("steps") List<Step> steps) {
    ChannelModel model = new ChannelModel(Channel.bounded(capacity), capacity);
    steps.forEach(model::step);
    model.finish();
  }

  @Property(tries = 300)
  void an_unbounded_channel_is_one_whose_bound_nobody_reaches(@ForAll("steps") List<Step> steps) {
    ChannelModel model = new ChannelModel(Channel.unbounded(), Permits.MOST);
    steps.forEach(model::step);
    model.finish();
  }
}
