final class Prediction {

  /// What a day in the bakery is like.
  ///
  /// @param deepest how many loaves lie on the shelf at most
  /// @param baked when the baker has put the last loaf on the shelf, in ms
  /// @param sold when the last loaf is sold, in ms
  record Day(int deepest, int baked, int sold) {}

  static final Day BOUNDED = new Day(2, 6, 19);
  static final Day UNBOUNDED = new Day(4, 6, 19);
}
