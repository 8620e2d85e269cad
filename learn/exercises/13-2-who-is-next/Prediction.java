import java.util.List;

final class Prediction {
  /// Who is taken, in order.
  static final List<String> ORDER = List.of("1", "?");
}
