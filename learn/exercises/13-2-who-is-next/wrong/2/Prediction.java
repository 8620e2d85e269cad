import java.util.List;

final class Prediction {
  /// Who is taken, in order.
  static final List<String> ORDER = List.of("1", "2", "3", "4", "a", "b", "5", "6", "7", "c");
}
