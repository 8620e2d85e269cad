import java.util.List;

final class Prediction {
  /// What is printed, in order.
  static final List<String> LINES = List.of("one", "two", "child", "three", "four");
}
