package dev.wakerobin.tutorial;

import dev.wakerobin.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was said and printed as a chapter was told, with the traces of the runtimes that it opened.
/// The book that is read in a browser shows it.
///
/// @param passages in the order in which they came
public record Transcript(Heading heading, List<Passage> passages) {
  /// A piece of it, with the line of the chapter's file that said or printed it.
  public sealed interface Passage {
    /// That line.
    int line();
  }

  /// What the book said.
  ///
  /// @param catchword such as `Predict`; empty if there was none
  public record Said(int line, String catchword, String text) implements Passage {}

  /// What a program printed, and a trace for each runtime that it opened.
  public record Printed(int line, List<String> lines, List<Trace> traces) implements Passage {}

  /// Of a chapter of that number, told on that stage.
  ///
  /// @throws IllegalArgumentException if there is no such chapter
  /// @throws Exception if its program fails
  public static Transcript of(int number, Stage stage) throws Exception {
    Chapter chapter =
        Book.whole()
            .find(number)
            .orElseThrow(() -> new IllegalArgumentException("no chapter " + number));
    return of(chapter, stage);
  }

  /// The numbers of the chapters that there are, in their order.
  public static List<Integer> numbers() {
    return Book.whole().chapters().stream().map(chapter -> chapter.heading().number()).toList();
  }

  static Transcript of(Chapter chapter, Stage stage) throws Exception {
    Writer writer = new Writer();
    chapter.tell(new Page(writer), stage.before(writer.gallery));
    return new Transcript(chapter.heading(), List.copyOf(writer.passages));
  }

  /// Writes down as it is told. One thread at a time.
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final List<Passage> passages = new ArrayList<>();
    private final Gallery gallery = new Gallery();

    PrintStream out() {
      return out;
    }

    void said(String catchword, String text) {
      passages.add(new Said(line(), catchword, text));
    }

    void begun() {
      out.flush();
      bytes.reset();
      gallery.clear();
    }

    void printed() {
      out.flush();
      List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
      passages.add(new Printed(line(), lines, gallery.traces()));
    }

    /// Where the page was called from: below the last of its frames, for between them there may be
    /// others.
    private static int line() {
      String page = Page.class.getName();
      List<StackWalker.StackFrame> frames = StackWalker.getInstance().walk(Stream::toList);
      int line = 0;
      for (int i = 1; i < frames.size(); i++) {
        if (frames.get(i - 1).getClassName().equals(page)) {
          line = frames.get(i).getLineNumber();
        }
      }
      return line;
    }
  }
}
