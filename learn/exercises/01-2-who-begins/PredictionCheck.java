import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private final List<String> printed = new CopyOnWriteArrayList<>();

  private Future<String> say(String word) {
    return context -> {
      printed.add("making " + word);
      return Poll.ready(word);
    };
  }

  @Test
  void these_lines_are_printed() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      Future<String> tea = say("tea");
      Future<String> coffee = say("coffee");
      printed.add("made");
      runtime.blockOn(coffee);
      printed.add("done");
    }
    // It does not tell what was printed: think again.
    assertThat(Prediction.LINES.equals(printed))
        .withFailMessage("something else was printed than %s", Prediction.LINES)
        .isTrue();
  }
}
