import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;

/// Ready with a letter, once somebody has put one in.
final class Letterbox implements Future<String> {
  private String letter; // Guarded by this, as is the bell.
  private Waker bell;

  @Override
  public synchronized Poll<String> poll(Context context) {
    if (letter != null) {
      return Poll.ready(letter);
    }
    if (bell == null) {
      bell = context.waker();
    }
    return Poll.pending();
  }

  /// From any thread.
  void put(String text) {
    Waker rung;
    synchronized (this) {
      letter = text;
      rung = bell;
    }
    if (rung != null) {
      rung.wake();
    }
  }
}
