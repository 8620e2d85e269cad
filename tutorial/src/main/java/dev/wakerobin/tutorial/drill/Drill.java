package dev.wakerobin.tutorial.drill;

import java.util.List;
import java.util.stream.Collectors;

/// A small program whose order is to be predicted. The answer follows from its [rules][#rules()].
///
/// @param seed from which it was made
/// @param bodies what its tasks do; the one that runs first is the first
/// @param asked the task whose polls are to be counted
public record Drill(long seed, List<Body> bodies, String asked) {
  /// The task that runs first.
  public static final String MAIN = "main";

  /// Takes a copy.
  public Drill {
    bodies = List.copyOf(bodies);
  }

  /// The one of that seed: always the same.
  public static Drill of(long seed) {
    return new Inventor(seed).invent();
  }

  /// What the task of that name does.
  ///
  /// @throws IllegalArgumentException if there is none
  public Body body(String task) {
    return bodies.stream()
        .filter(body -> body.task().equals(task))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no task '" + task + "'"));
  }

  /// The program, as Java would have it.
  public String java() {
    return bodies.stream().map(Body::java).collect(Collectors.joining("\n"));
  }

  /// By which rules it runs, a sentence or two each; only those that it needs.
  public List<String> rules() {
    return Rules.of(this);
  }

  /// Runs it on the lab.
  ///
  /// @throws Exception if it does not come to its end, which it should
  public Rehearsal rehearse() throws Exception {
    return Rehearsal.of(this);
  }

  boolean has(Class<? extends Statement> kind) {
    return bodies.stream().anyMatch(body -> body.has(kind));
  }
}
