/// How long the two take, and how many dishes they cook at the same time.
final class Prediction {
  static final int STAIRCASE_MILLIS = 0;
  static final int STAIRCASE_AT_ONCE = 0;

  static final int FAN_MILLIS = 0;
  static final int FAN_AT_ONCE = 0;
}
