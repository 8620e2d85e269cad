/// How often each task is polled.
final class Prediction {
  static final int READY = 1;
  static final int YIELDER = 2;
  static final int SLEEPER = 5;
  static final int COUNTER = 1;
}
