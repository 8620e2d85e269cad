import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Ready with the value of whichever is ready first; the left one if both are.
final class First<T> implements Future<T> {
  private final Future<T> left;
  private final Future<T> right;

  First(Future<T> left, Future<T> right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    Poll<T> answer = left.poll(context);
    if (answer.isReady()) {
      return answer;
    }
    answer = right.poll(context);
    return answer;
  }

  @Override
  public void cancel() {
    // Your turn, here and above.
  }
}
