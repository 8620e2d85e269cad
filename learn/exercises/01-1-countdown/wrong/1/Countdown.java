import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Answers "not yet" as many times as it was told, and then is ready with "lift-off".
final class Countdown implements Future<String> {
  private int left;

  Countdown(int from) {
    this.left = from;
  }

  @Override
  public Poll<String> poll(Context context) {
    if (left == 0) {
      return Poll.ready("lift-off");
    }
    left--;
    return Poll.pending();
  }
}
