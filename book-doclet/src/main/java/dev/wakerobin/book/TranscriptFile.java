package dev.wakerobin.book;

import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFile;
import dev.wakerobin.trace.TraceFormatException;
import dev.wakerobin.tutorial.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a chapter said and printed, as a file for the doclet:
///
/// ```
/// said 71 Predict
///   The task below says hello ...
/// printed 83
/// | hello
/// | good-bye
/// trace
/// > wakerobin-trace 1
/// > ...
/// ```
///
/// The number is the line in the chapter's file.
record TranscriptFile(Path path, List<Passage> passages) {
  /// A trace with more events is no picture any more.
  static final int MOST_EVENTS = 1_000;

  /// What was said, or printed.
  sealed interface Passage {
    int line();
  }

  record Said(int line, String catchword, String text) implements Passage {}

  record Printed(int line, List<String> lines, List<Trace> traces) implements Passage {}

  /// Writes it.
  static void write(Path path, Transcript transcript) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Transcript.Passage passage : transcript.passages()) {
      switch (passage) {
        case Transcript.Said said -> {
          text.append("said ").append(said.line()).append(' ').append(said.catchword());
          text.append('\n');
          said.text().strip().lines().forEach(line -> append(text, "  ", line));
        }
        case Transcript.Printed printed -> {
          text.append("printed ").append(printed.line()).append('\n');
          printed.lines().forEach(line -> append(text, "| ", line));
          for (Trace trace : printed.traces()) {
            if (trace.size() <= MOST_EVENTS && trace.dropped() == 0) {
              text.append("trace\n");
              TraceFile.text(trace).lines().forEach(line -> append(text, "> ", line));
            }
          }
        }
      }
    }
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
  }

  private static void append(StringBuilder text, String mark, String line) {
    text.append((mark + line).stripTrailing()).append('\n');
  }

  /// Reads it.
  ///
  /// @return none if it is damaged; the faults say where
  static Optional<TranscriptFile> read(Path path, Faults faults) throws IOException {
    List<String> lines = Utf8.lines(path, faults);
    List<Passage> passages = new ArrayList<>();
    try {
      for (int at = 0; at < lines.size(); ) {
        String[] words = lines.get(at).split(" ", 3);
        int end = bodyEnd(lines, at + 1);
        if (words[0].equals("said")) {
          String text = String.join("\n", marked(lines, at + 1, end, "  "));
          passages.add(new Said(number(words), words.length > 2 ? words[2] : "", text));
        } else if (words[0].equals("printed")) {
          List<Trace> traces = new ArrayList<>();
          List<String> printed = marked(lines, at + 1, end, "| ");
          while (end < lines.size() && lines.get(end).equals("trace")) {
            int traceEnd = bodyEnd(lines, end + 1);
            traces.add(TraceFile.parseUnchecked(whole(marked(lines, end + 1, traceEnd, "> "))));
            end = traceEnd;
          }
          passages.add(new Printed(number(words), printed, List.copyOf(traces)));
        } else {
          throw new IllegalArgumentException("'" + lines.get(at) + "' in line " + (at + 1));
        }
        at = end;
      }
    } catch (IllegalArgumentException | TraceFormatException damage) {
      faults.add(path.toString(), 0, "damaged: " + damage.getMessage() + "; build the book anew");
      return Optional.empty();
    }
    return Optional.of(new TranscriptFile(path, List.copyOf(passages)));
  }

  private static int number(String[] words) {
    return Integer.parseInt(words.length > 1 ? words[1] : "");
  }

  private static String whole(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static int bodyEnd(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && lines.get(end).matches("(?:[ |>].*|)")) {
      end++;
    }
    return end;
  }

  private static List<String> marked(List<String> lines, int from, int to, String mark) {
    List<String> marked = new ArrayList<>();
    for (String line : lines.subList(from, to)) {
      marked.add(line.length() < mark.length() ? "" : line.substring(mark.length()));
    }
    return List.copyOf(marked);
  }
}
