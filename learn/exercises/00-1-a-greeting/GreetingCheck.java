import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.TraceRecorder;
import org.junit.jupiter.api.Test;

class GreetingCheck {

  /// What the first poll answers, by hand: there is no runtime.
  private static String greets(String name) {
    Poll<String> answer = new Greeting(name).poll(Context.of(() -> {}));
    if (answer instanceof Poll.Ready<String>(String greeting)) {
      return greeting;
    }
    if (answer == null) {
      throw new AssertionError(
          "the first poll answered null, and that is no answer: it is Poll.ready(…) or"
              + " Poll.pending()");
    }
    throw new AssertionError(
        "the first poll answered pending, which says: not done yet. But there is nothing that it"
            + " would have to wait for");
  }

  @Test
  void it_greets_by_name() {
    String ann = greets("ann");
    assertThat(ann)
        .withFailMessage("it greets ann with \"%s\", and not with \"hello, ann\"", ann)
        .isEqualTo("hello, ann");
    String bob = greets("bob");
    assertThat(bob)
        .withFailMessage("it greets bob with \"%s\", and not with \"hello, bob\"", bob)
        .isEqualTo("hello, bob");
  }

  @Test
  void a_runtime_polls_it_once() throws Exception {
    greets("ann"); // Or else there is no need to start one.
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = AsyncRuntime.builder().instrument(recorder).build()) {
      String greeting = runtime.blockOn(runtime.spawn("ann", new Greeting("ann")));
      assertThat(greeting).as("what the task was ready with").isEqualTo("hello, ann");
    }
    assertThat(recorder.trace().polls().stream().filter(poll -> poll.task().name().equals("ann")))
        .as("polls of the task 'ann'")
        .hasSize(1);
  }
}
