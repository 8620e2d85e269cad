package dev.wakerobin.async;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Suspended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnvaluedTest {
  private boolean open;
  private boolean cleaned;

  private Future<Integer> gate() {
    return _ -> open ? Poll.ready(1) : Poll.pending();
  }

  private int count() throws Exception {
    try {
      return await(gate()) + 41;
    } finally {
      cleaned = true;
    }
  }

  private int countAtOnce() {
    return 42;
  }

  private static <T> Poll<T> poll(Future<T> future) throws Exception {
    return future.poll(Context.of(Waker.noop()));
  }

  @Test
  void a_method_whose_value_nobody_wants_is_a_body_that_gives_unit() throws Exception {
    AsyncAction action = this::count;
    Future<?> future = async(action);
    assertThat(poll(future)).isEqualTo(Poll.pending());
    assertThat(((Suspended) future).trace()).isNotEmpty();
    open = true;
    assertThat(poll(future)).isEqualTo(Poll.ready());
    AsyncAction atOnce = this::countAtOnce;
    assertThat(poll(async(atOnce))).isEqualTo(Poll.ready());
  }

  @Test
  void cancelling_it_cancels_the_body() throws Exception {
    AsyncAction action = this::count;
    Future<?> future = async(action);
    poll(future);
    future.cancel();
    assertThat(cleaned).isTrue();
  }

  @Test
  void the_build_leaves_it_to_the_lazy_door(@TempDir Path folder) throws Exception {
    Map<String, byte[]> classes =
        Compiler.compile(
            Map.of(
                "Hello",
                """
                import static dev.wakerobin.async.Async.*;
                import dev.wakerobin.*;
                import dev.wakerobin.async.*;
                public class Hello {
                  static int count() throws Exception { return await(c -> Poll.ready(42)); }
                  static Future<?> go() { AsyncAction action = Hello::count; return async(action); }
                }
                """),
            "-g");
    Files.write(folder.resolve("Hello.class"), classes.get("Hello"));
    assertThat(BuildDoor.lower(folder, List.of()).lowered()).isEqualTo(0);
  }
}
