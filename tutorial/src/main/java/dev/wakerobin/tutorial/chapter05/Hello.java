package dev.wakerobin.tutorial.chapter05;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.io.PrintStream;
import java.util.Optional;

/// ## The program
///
/// In Rust, with Tokio, it is this:
///
/// ```rust
/// #[tokio::main]
/// async fn main() {
///     let handle = tokio::spawn(async {
///         println!("doing some work, asynchronously");
///         "result of the computation"
///     });
///     let res = handle.await;
///     println!("got {:?}", res);
/// }
/// ```
///
/// And in Java, with what we have so far: two futures, the outer of which spawns the inner as a
/// task of its own. (Async functions, see chapter 4, make it as short as the Rust above.)
final class Hello implements Future<Unit> {
  private final PrintStream out;
  private Optional<JoinHandle<String>> handle = Optional.empty();

  Hello(PrintStream out) {
    this.out = out;
  }

  /// ### The inner future
  ///
  /// One poll does it: a line printed, and ready with the result.
  private Poll<String> work(Context context) {
    out.println("doing some work, asynchronously");
    return Poll.ready("result of the computation");
  }

  /// ### The outer future
  ///
  /// The first poll spawns the work. Then, and each time it is polled again, it polls the handle.
  /// For a [JoinHandle] is a future too: of the value that the task will have. As long as the task
  /// has not ended, the handle is pending and keeps our bell; the end of the task rings it.
  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    if (handle.isEmpty()) {
      handle = Optional.of(Tasks.spawn("work", this::work));
    }
    return switch (handle.get().poll(context)) {
      case Poll.Ready<String>(String result) -> {
        out.println("got \"" + result + "\"");
        yield Poll.ready();
      }
      case Poll.Pending<String> _ -> Poll.pending();
    };
  }
}
