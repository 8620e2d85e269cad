package dev.wakerobin.tutorial;

import dev.wakerobin.trace.Ladder;
import dev.wakerobin.trace.TraceRecorder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a chapter is printed on. What the book says stands indented; what the program prints stands
/// at the left margin, just as the program printed it.
public final class Page {
  /// No line is longer, so that a narrow terminal shows it whole.
  public static final int WIDTH = 60;

  private static final String MARGIN = "    ";

  private final PrintStream out;
  private final boolean colours;
  private final Optional<Transcript.Writer> writer;

  /// One that is printed there.
  ///
  /// @param colours whether to use them
  public Page(PrintStream out, boolean colours) {
    this(out, colours, Optional.empty());
  }

  /// One that is written down.
  Page(Transcript.Writer writer) {
    this(writer.out(), false, Optional.of(writer));
  }

  private Page(PrintStream out, boolean colours, Optional<Transcript.Writer> writer) {
    this.out = out;
    this.colours = colours;
    this.writer = writer;
  }

  /// A program, and the stream that it prints to.
  @FunctionalInterface
  public interface Program {
    /// Runs it.
    ///
    /// @throws Exception if it fails
    void run(PrintStream out) throws Exception;
  }

  /// Runs a program and shows what it prints.
  ///
  /// @throws Exception if the program does
  public void program(Program program) throws Exception {
    out.println();
    writer.ifPresent(Transcript.Writer::begun);
    program.run(out);
    out.flush();
    writer.ifPresent(Transcript.Writer::printed);
  }

  /// Draws what was recorded of the tasks with these names, from left to right.
  public static void picture(PrintStream out, TraceRecorder recorder, String... tasks) {
    out.print(Ladder.of(recorder.trace(), tasks).columns(WIDTH).draw());
  }

  /// Says something. Lines are broken anew; an empty line begins a paragraph.
  public void say(String text) {
    writer.ifPresent(its -> its.said("", text));
    for (String paragraph : paragraphs(text)) {
      out.println();
      for (String line : broken(paragraph)) {
        out.println(MARGIN + line);
      }
    }
  }

  /// Says something under a catchword, such as `Predict`.
  public void say(String catchword, String text) {
    writer.ifPresent(its -> its.said(catchword, text));
    List<String> lines = broken(catchword + ". " + text.strip().replace('\n', ' '));
    out.println();
    out.println(MARGIN + bold(catchword) + lines.removeFirst().substring(catchword.length()));
    for (String line : lines) {
      out.println(MARGIN + line);
    }
  }

  /// What stands above a chapter.
  public void open(Heading heading) {
    out.println();
    out.println(bold(heading.number() + " · " + heading.title()));
    out.println();
    for (String line : Station.map(heading.stations()).stripTrailing().split("\n", -1)) {
      out.println(MARGIN + line);
    }
    say("Goal", heading.goal());
    say("Text and program", heading.file() + ", in the folder " + Heading.FOLDER);
  }

  /// In bold letters, if there are colours.
  public String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    String paragraph = "";
    for (String line : text.strip().split("\n", -1)) {
      if (line.isBlank()) {
        paragraphs.add(paragraph);
        paragraph = "";
      } else {
        paragraph = paragraph.isEmpty() ? line : paragraph + " " + line;
      }
    }
    paragraphs.add(paragraph);
    return paragraphs;
  }

  private static List<String> broken(String paragraph) {
    return broken(paragraph, WIDTH - MARGIN.length());
  }

  /// A paragraph in lines that are no longer than that, unless a word is.
  public static List<String> broken(String paragraph, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : paragraph.split(" ", -1)) {
      if (line.isEmpty()) {
        line = word;
      } else if (line.length() + 1 + word.length() <= width) {
        line = line + " " + word;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }
}
