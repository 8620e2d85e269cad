import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// A boiled egg: ready as soon as the egg is.
final class Breakfast implements Future<String> {
  private final Kitchen kitchen;

  Breakfast(Kitchen kitchen) {
    this.kitchen = kitchen;
  }

  @Override
  public Poll<String> poll(Context context) throws Exception {
    Future<String> egg = kitchen.egg();
    return egg.poll(context);
  }

  /// Where the eggs come from.
  interface Kitchen {
    /// A fresh egg: pending three times, and boiled in its fourth poll.
    Future<String> egg();
  }
}
