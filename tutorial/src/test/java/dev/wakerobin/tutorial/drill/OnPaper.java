package dev.wakerobin.tutorial.drill;

import dev.wakerobin.tutorial.drill.Statement.Join;
import dev.wakerobin.tutorial.drill.Statement.Print;
import dev.wakerobin.tutorial.drill.Statement.Receive;
import dev.wakerobin.tutorial.drill.Statement.Send;
import dev.wakerobin.tutorial.drill.Statement.Spawn;
import dev.wakerobin.tutorial.drill.Statement.Yield;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Works a [Drill] out as its reader has to: by the [Rules] alone, with no runtime and no future.
final class OnPaper {
  final List<String> printed = new ArrayList<>();
  final List<String> polled = new ArrayList<>();
  final List<List<String>> queues = new ArrayList<>();

  private final Drill drill;
  private final Deque<String> queue = new ArrayDeque<>(List.of(Drill.MAIN));
  private final Deque<String> channel = new ArrayDeque<>();
  private final Map<String, Integer> next = new HashMap<>(); // Each task's statement.
  private final Set<String> ended = new HashSet<>();
  private final Map<String, String> waitsFor = new HashMap<>(); // A task, or the channel: "".
  private final Set<String> hasYielded = new HashSet<>();

  OnPaper(Drill drill) {
    this.drill = drill;
    while (!queue.isEmpty()) {
      String task = queue.pop();
      polled.add(task);
      if (poll(task)) {
        ended.add(task);
        ring(task);
      }
      queues.add(List.copyOf(queue));
    }
  }

  /// Whoever waits for that goes to the end of the queue.
  private void ring(String what) {
    List<String> waiting =
        waitsFor.keySet().stream().filter(each -> what.equals(waitsFor.get(each))).toList();
    waiting.forEach(each -> waitsFor.remove(each));
    queue.addAll(waiting);
  }

  /// True if the task has ended.
  private boolean poll(String task) {
    List<Statement> statements = drill.body(task).statements();
    for (int at = next.getOrDefault(task, 0); at < statements.size(); at++) {
      next.put(task, at);
      if (!isDone(task, statements.get(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(String task, Statement statement) {
    return switch (statement) {
      case Print(String word) -> printed.add(word);
      case Spawn(String child) -> queue.add(child);
      case Send(String word) -> {
        channel.add(word);
        ring("");
        yield true;
      }
      case Yield() -> {
        boolean first = hasYielded.add(task);
        if (first) {
          queue.add(task);
        } else {
          hasYielded.remove(task);
        }
        yield !first;
      }
      case Join(String other) -> {
        if (!ended.contains(other)) {
          waitsFor.put(task, other);
        }
        yield ended.contains(other);
      }
      case Receive() -> {
        if (channel.isEmpty()) {
          waitsFor.put(task, "");
          yield false;
        }
        yield printed.add(channel.pop());
      }
    };
  }
}
