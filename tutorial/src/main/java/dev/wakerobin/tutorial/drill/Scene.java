package dev.wakerobin.tutorial.drill;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the [actors][Actor] of one run share. On the lab all of them are polled by one thread.
final class Scene {
  private final Drill drill;
  private final List<String> printed = new ArrayList<>();
  private final List<Turn.Notes> turns = new ArrayList<>();
  private final Map<String, JoinHandle<Unit>> handles = new HashMap<>();
  private final Channel<String> channel = Channel.unbounded();

  Scene(Drill drill) {
    this.drill = drill;
  }

  /// The one that spawns all others.
  Actor main() {
    return new Actor(drill.bodies().getFirst(), this);
  }

  /// A turn of that task begins.
  Turn.Notes begin(String task) {
    Turn.Notes notes = new Turn.Notes(task);
    turns.add(notes);
    return notes;
  }

  void print(String word) {
    printed.add(word);
  }

  void spawn(String task) {
    handles.put(task, Tasks.spawn(task, new Actor(drill.body(task), this)));
  }

  /// Of a task that was spawned before.
  JoinHandle<Unit> handle(String task) {
    JoinHandle<Unit> handle = handles.get(task);
    if (handle == null) {
      throw new IllegalStateException("nobody has spawned task '" + task + "'");
    }
    return handle;
  }

  Channel<String> channel() {
    return channel;
  }

  List<String> printed() {
    return List.copyOf(printed);
  }

  List<Turn> turns() {
    return turns.stream().map(Turn.Notes::turn).toList();
  }
}
