package dev.wakerobin.testkit;

import dev.wakerobin.testkit.Program.Step;
import java.util.ArrayList;
import java.util.List;

/// Programs as text: a step a line, and what a spawned task does stands below, further to the right
/// by two blanks.
///
/// ```
/// spawn
///   add 3
///   fail
/// yield 2
/// join
/// ```
final class ProgramText {
  private static final String INDENT = "  ";

  private final List<String> lines;
  private int at;

  private ProgramText(List<String> lines) {
    this.lines = lines;
  }

  static String of(Program program) {
    StringBuilder text = new StringBuilder();
    write(program, "", text);
    return text.toString();
  }

  private static void write(Program program, String indent, StringBuilder text) {
    for (Step step : program.steps()) {
      text.append(indent).append(line(step)).append('\n');
      if (step instanceof Step.Spawn(Program child)) {
        write(child, indent + INDENT, text);
      }
    }
  }

  private static String line(Step step) {
    return switch (step) {
      case Step.Yield(int times) -> "yield " + times;
      case Step.WakeSelf(int times) -> "wake-self " + times;
      case Step.WakeFromOutside() -> "wake-from-outside";
      case Step.Block(int number) -> "block " + number;
      case Step.Spawn _ -> "spawn";
      case Step.Join() -> "join";
      case Step.AbortLast() -> "abort-last";
      case Step.Sleep(int millis) -> "sleep " + millis;
      case Step.Send(int number) -> "send " + number;
      case Step.Receive() -> "receive";
      case Step.WakeChild(int times) -> "wake-child " + times;
      case Step.Complete() -> "complete";
      case Step.Add(int number) -> "add " + number;
      case Step.Fail() -> "fail";
    };
  }

  static Program parse(String text) {
    ProgramText reader = new ProgramText(text.lines().map(String::stripTrailing).toList());
    Program program = reader.block("");
    if (reader.at < reader.lines.size()) {
      throw reader.complaint("is too far to the right: only the steps of a spawned task are");
    }
    return program;
  }

  private Program block(String indent) {
    List<Step> steps = new ArrayList<>();
    while (at < lines.size() && isWithin(lines.get(at), indent)) {
      String words = lines.get(at).substring(indent.length());
      if (words.equals("spawn")) {
        at++;
        steps.add(new Step.Spawn(block(indent + INDENT)));
      } else {
        steps.add(step(words));
        at++;
      }
    }
    return new Program(steps);
  }

  private static boolean isWithin(String line, String indent) {
    return line.startsWith(indent) && !line.startsWith(indent + " ") && !line.isEmpty();
  }

  private Step step(String words) {
    return switch (words) {
      case "wake-from-outside" -> new Step.WakeFromOutside();
      case "join" -> new Step.Join();
      case "receive" -> new Step.Receive();
      case "complete" -> new Step.Complete();
      case "abort-last" -> new Step.AbortLast();
      case "fail" -> new Step.Fail();
      default -> numbered(words.split(" ", 2));
    };
  }

  private Step numbered(String[] words) {
    int number = number(words);
    return switch (words[0]) {
      case "yield" -> new Step.Yield(number);
      case "wake-self" -> new Step.WakeSelf(number);
      case "block" -> new Step.Block(number);
      case "sleep" -> new Step.Sleep(number);
      case "send" -> new Step.Send(number);
      case "wake-child" -> new Step.WakeChild(number);
      case "add" -> new Step.Add(number);
      default ->
          throw complaint(
              "is no step: there are yield N, wake-self N, wake-child N, wake-from-outside, sleep N,"
                  + " block N, spawn, join, abort-last, send N, receive, add N, complete and fail");
    };
  }

  private int number(String[] words) {
    try {
      return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    } catch (NumberFormatException e) {
      throw complaint("needs a whole number after its first word");
    }
  }

  private IllegalArgumentException complaint(String what) {
    return new IllegalArgumentException(
        "line %d of the program, '%s', %s".formatted(at + 1, lines.get(at), what));
  }
}
