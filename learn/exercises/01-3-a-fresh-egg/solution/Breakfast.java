import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// A boiled egg: ready as soon as the egg is.
final class Breakfast implements Future<String> {
  private final Future<String> egg;

  Breakfast(Kitchen kitchen) {
    this.egg = kitchen.egg();
  }

  @Override
  public Poll<String> poll(Context context) throws Exception {
    return egg.poll(context);
  }

  /// Where the eggs come from.
  interface Kitchen {
    /// A fresh egg: pending three times, and boiled in its fourth poll.
    Future<String> egg();
  }
}
