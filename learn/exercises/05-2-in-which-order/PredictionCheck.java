import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private final List<String> printed = new ArrayList<>();

  private Unit print(String line) {
    printed.add(line);
    return Unit.UNIT;
  }

  @Test
  void these_lines_are_printed() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      Unit _ =
          runtime.blockOn(
              async(
                  () -> {
                    print("one");
                    JoinHandle<Unit> child = Tasks.spawn(async(() -> print("child")));
                    print("two");
                    await(Tasks.yieldNow());
                    print("three");
                    await(child);
                    print("four");
                    return Unit.UNIT;
                  }));
    }
    // It does not tell what was printed: think again.
    assertThat(Prediction.LINES.equals(printed))
        .withFailMessage("something else was printed than %s", Prediction.LINES)
        .isTrue();
  }
}
