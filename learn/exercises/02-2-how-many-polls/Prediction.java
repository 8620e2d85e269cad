/// How often each task is polled.
final class Prediction {
  static final int READY = 0;
  static final int YIELDER = 0;
  static final int SLEEPER = 0;
  static final int COUNTER = 0;
}
