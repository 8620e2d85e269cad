package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The grammar once more, as regular expressions: each event is a letter, and the letters of one
/// task, or of one worker, have to be the beginning of a word.
final class Words {
  private static final String AWAKE = "WP(WpP)*";
  private static final Pattern TASK =
      Pattern.compile(
          "S(" + AWAKE + "p)*(" + AWAKE + "W?R|(" + AWAKE + "Wp|W)?C|" + AWAKE + "Wp[W]C|WWC)");
  private static final Pattern WORKER = Pattern.compile("(\\((Pp|s|zu)*\\))*");

  private Words() {}

  /// Whether the events of every task and worker are the beginning of a word.
  static boolean allow(List<Event> events) {
    Trace trace = Trace.of(events);
    boolean tasks =
        trace.tasks().stream()
            .allMatch(
                task ->
                    begins(
                        TASK,
                        events.stream()
                            .filter(e -> Names.subject(e).filter(task::equals).isPresent())
                            .toList()));
    boolean workers =
        trace.workers().stream()
            .allMatch(
                worker ->
                    begins(WORKER, events.stream().filter(e -> e.worker() == worker).toList()));
    return tasks && workers;
  }

  /// Whether more letters could make a word of it is just what `hitEnd` tells.
  @SuppressWarnings("JdkObsolete")
  private static boolean begins(Pattern pattern, List<Event> events) {
    StringBuilder word = new StringBuilder();
    events.forEach(event -> word.append(letter(event, pattern == WORKER)));
    Matcher matcher = pattern.matcher(word);
    return matcher.matches() || matcher.hitEnd();
  }

  private static String letter(Event event, boolean ofWorker) {
    return switch (event) {
      case Event.Spawned _ -> ofWorker ? "" : "S";
      case Event.Woken _ -> ofWorker ? "" : "W";
      case Event.Cancelled _ -> ofWorker ? "" : "C";
      case Event.PollStarted _ -> "P";
      case Event.PollEnded ended -> ofWorker || ended.result() == PollResult.PENDING ? "p" : "R";
      case Event.WorkerStarted _ -> "(";
      case Event.WorkerStopped _ -> ")";
      case Event.Parked _ -> "z";
      case Event.Unparked _ -> "u";
      case Event.Stole _ -> "s";
    };
  }
}
