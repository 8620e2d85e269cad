package dev.wakerobin.tutorial.drill;

/// A line of a [Body].
public sealed interface Statement {

  /// Prints that word.
  record Print(String word) implements Statement {}

  /// Gives way once.
  record Yield() implements Statement {}

  /// Spawns the task of that name.
  record Spawn(String task) implements Statement {}

  /// Waits until that task, which was spawned before, has ended.
  record Join(String task) implements Statement {}

  /// Puts that word into the channel.
  record Send(String word) implements Statement {}

  /// Takes the oldest word out of the channel, when there is one, and prints it.
  record Receive() implements Statement {}

  /// As a line of Java.
  default String java() {
    return switch (this) {
      case Print(String word) -> "print(\"" + word + "\");";
      case Yield() -> "await(yieldNow());";
      case Spawn(String task) -> "var " + task + " = spawn(\"" + task + "\", this::" + task + ");";
      case Join(String task) -> "await(" + task + ");";
      case Send(String word) -> "channel.send(\"" + word + "\");";
      case Receive() -> "print(await(channel.receive()));";
    };
  }
}
