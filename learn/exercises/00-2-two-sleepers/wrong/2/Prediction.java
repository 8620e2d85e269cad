import java.util.List;

final class Prediction {
  /// What is printed, in order: "hello, ann", "hello, bob", "good-bye, ann" and "good-bye, bob".
  static final List<String> LINES =
      List.of("hello, ann", "hello, bob", "good-bye, bob", "good-bye, ann");

  /// How often the two are polled, both together.
  static final int POLLS = 2;
}
