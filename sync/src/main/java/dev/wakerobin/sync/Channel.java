package dev.wakerobin.sync;

/// A queue from any number of senders to one receiver (“mpsc”).
///
/// ```java
/// Channel<String> lines = Channel.bounded(16);
/// runtime.spawn(reader(lines.sender()));     // sends, and closes its sender at the end
/// await(lines.receiver().receive());         // Optional[first line]
/// ```
///
/// A bounded channel makes senders wait while it is full: a slow receiver slows them down
/// (back pressure). An unbounded one never does, and a slow receiver fills the memory.
///
/// It ends when every [Sender] was closed, the first one included, or the [Receiver] was. What is
/// in it by then can still be received; after that, receiving answers an empty
/// [java.util.Optional]. A sender that is forgotten without being closed keeps the receiver waiting
/// for ever.
///
/// @param sender the first sender; [Sender#copy()] makes more
/// @param receiver the only receiver
/// @param <T> what is sent
public record Channel<T>(Sender<T> sender, Receiver<T> receiver) {

  /// A channel that holds so many values.
  ///
  /// @throws IllegalArgumentException if the capacity is below 1
  public static <T> Channel<T> bounded(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "a channel holds 1 value or more, and this would hold "
              + capacity
              + ": for handing over one by one use a capacity of 1");
    }
    return of(new Pipe<>(capacity));
  }

  /// A channel that holds whatever is sent.
  public static <T> Channel<T> unbounded() {
    return of(new Pipe<>(Permits.MOST)); // Memory ends long before.
  }

  private static <T> Channel<T> of(Pipe<T> pipe) {
    return new Channel<>(new Sender<>(pipe), new Receiver<>(pipe));
  }
}
