/// How long the two take, and how many dishes they cook at the same time.
final class Prediction {
  static final int STAIRCASE_MILLIS = 90;
  static final int STAIRCASE_AT_ONCE = 1;

  static final int FAN_MILLIS = 30;
  static final int FAN_AT_ONCE = 3;
}
