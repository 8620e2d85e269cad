import java.util.List;

final class Prediction {
  /// The lines that are printed, in order. There may be more of them, or fewer.
  static final List<String> LINES = List.of("making tea", "making coffee", "made", "done");
}
