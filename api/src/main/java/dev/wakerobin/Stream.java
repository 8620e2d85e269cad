package dev.wakerobin;

/// Values that come one after the other, each when it is there: a future that gives many times.
///
/// Like a [Future], a stream is inert: nothing happens until it is polled, and it never runs ahead
/// of whoever polls it. That is all the back pressure there is, and all that is needed.
///
/// ```
///            pollNext        Pending: the waker of this poll is kept
///   made ──────────▶ polled ◀──────────────┐
///                      │                   │ pollNext, after the waker rang
///                      ├───────────────────┤
///                      ├─▶ Item(value)  ───┘ pollNext, whenever the next one is wanted
///                      ├─▶ End            over: asked again, it says End again
///                      ├─▶ throws         failed: never polled again
///                      └─▶ cancel()       nobody wants more: never polled again
/// ```
///
/// The rules of [Future#poll(Context)] hold for [#pollNext(Context)] as well. Two are added:
///
/// - **The end is a state, not an event.** A stream that has ended and is asked again answers
///   [Next.End] again: it neither throws nor starts anew. So a stream cannot end twice in a way
///   that anybody could notice, and a loop over several streams needs no book of who has ended.
/// - **An item leaves the stream only by being answered.** Answering [Next.Pending] loses nothing.
///   Whoever stops polling between two items may go on later, or hand the stream to somebody else.
///
/// Throwing is the end of a stream. One that can go on after a failure gives the failure as an
/// item.
///
/// The shape is that of Rust's `futures::Stream`; the answer has three cases instead of two nested
/// ones, and [#cancel()] stands where Rust would drop the value.
///
/// @param <T> what this is a stream of
@FunctionalInterface
public interface Stream<T> {

  /// Goes on to the next item as far as possible without waiting, and says how far that was.
  ///
  /// @param context holds the waker of this poll and the task's budget
  /// @return the item; or pending, if the waker was kept; or the end
  /// @throws Exception if this stream fails; that is its end
  Next<T> pollNext(Context context) throws Exception;

  /// Tells this stream that nobody wants more of it: at most once, never beside a poll, never after
  /// the end. All that is said at [Future#cancel()] holds here.
  default void cancel() {}
}
