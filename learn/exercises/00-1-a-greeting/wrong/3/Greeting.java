import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Is ready in its first poll, with a greeting.
final class Greeting implements Future<String> {
  private final String name;

  Greeting(String name) {
    this.name = name;
  }

  @Override
  public Poll<String> poll(Context context) {
    return null;
  }
}
