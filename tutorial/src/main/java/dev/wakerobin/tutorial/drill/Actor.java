package dev.wakerobin.tutorial.drill;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.drill.Statement.Join;
import dev.wakerobin.tutorial.drill.Statement.Print;
import dev.wakerobin.tutorial.drill.Statement.Receive;
import dev.wakerobin.tutorial.drill.Statement.Send;
import dev.wakerobin.tutorial.drill.Statement.Spawn;
import dev.wakerobin.tutorial.drill.Statement.Yield;
import java.util.Optional;

/// Does what a [Body] says: the state machine that an async function would be, with the library's
/// own futures in it.
final class Actor implements Future<Unit> {
  private final Body body;
  private final Scene scene;
  private int next; // The statement that is done next, or awaited.
  private Optional<Future<Unit>> yielded = Optional.empty(); // If it waits at a yield.

  Actor(Body body, Scene scene) {
    this.body = body;
    this.scene = scene;
  }

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    Turn.Notes notes = scene.begin(body.task());
    while (next < body.statements().size()) {
      if (!isDone(body.statements().get(next), context, notes)) {
        return Poll.pending();
      }
      next++;
    }
    notes.add("ends");
    return Poll.ready();
  }

  private boolean isDone(Statement statement, Context context, Turn.Notes notes) throws Exception {
    return switch (statement) {
      case Print(String word) -> {
        scene.print(word);
        notes.add("prints " + word);
        yield true;
      }
      case Spawn(String task) -> {
        scene.spawn(task);
        notes.add("spawns " + task);
        yield true;
      }
      case Send(String word) -> {
        scene.channel().sender().trySend(word);
        notes.add("sends " + word);
        yield true;
      }
      case Yield() -> {
        Future<Unit> yielding = yielded.orElseGet(Tasks::yieldNow);
        boolean done = yielding.poll(context).isReady();
        yielded = done ? Optional.empty() : Optional.of(yielding);
        if (!done) {
          notes.add("yields");
        }
        yield done;
      }
      case Join(String task) -> {
        boolean done = scene.handle(task).poll(context).isReady();
        notes.add(done ? task + " has ended" : "waits for " + task);
        yield done;
      }
      case Receive() ->
          switch (scene.channel().receiver().pollReceive(context)) {
            case Poll.Ready<Optional<String>>(Optional<String> word) -> {
              scene.print(word.orElseThrow());
              notes.add("receives and prints " + word.orElseThrow());
              yield true;
            }
            case Poll.Pending<Optional<String>> _ -> {
              notes.add("waits for a word");
              yield false;
            }
          };
    };
  }
}
