package dev.wakerobin.tutorial.bodies;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;

/// A chapter with an async body, which is explained and never run.
public final class Bodies implements Chapter {

  /// It stands after all others.
  public Bodies() {}

  @Override
  public Heading heading() {
    return new Heading(99, "Bodies", "None.");
  }

  @Override
  public void tell(Page page, Stage stage) {}

  static Future<Integer> twice(Future<Integer> number, String aWordThatIsLongEnoughToBeBroken) {
    return async(
        () -> 2 * await(number) + aWordThatIsLongEnoughToBeBroken.length() + await(number));
  }
}
