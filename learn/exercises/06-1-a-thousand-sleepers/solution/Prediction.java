/// A thousand tasks, of which each sleeps for two hours.
final class Prediction {
  /// How many hours have gone by on the runtime's clock in the end.
  static final int HOURS = 2;

  /// How often the thousand are polled, all together.
  static final int POLLS = 3_000;

  /// How many threads have polled them.
  static final int THREADS = 1;
}
