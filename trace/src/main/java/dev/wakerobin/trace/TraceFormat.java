package dev.wakerobin.trace;

import dev.wakerobin.trace.Gantt.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a trace can be saved as. Whichever it is, [TraceFile#read] finds the whole trace in it
/// again.
public enum TraceFormat {
  /// A page that replays it, event by event; it needs nothing but a browser.
  PAGE(".html") {
    @Override
    public String write(Trace trace, String title) {
      return ReplayPage.of(trace, title);
    }
  },
  /// JSON for Perfetto: see [ChromeTrace].
  PERFETTO(".json") {
    @Override
    public String write(Trace trace, String title) {
      return ChromeTrace.carrying(trace, Axis.suitedTo(trace));
    }
  },
  /// A picture: see [SvgTimeline].
  PICTURE(".svg") {
    @Override
    public String write(Trace trace, String title) {
      String end = "</svg>\n";
      String svg = SvgTimeline.of(trace).with(Rows.TASKS).draw();
      return svg.substring(0, svg.length() - end.length()) + Carried.element(trace) + end;
    }
  },
  /// Text, an event a line: see [TraceFile].
  TEXT(".trace") {
    @Override
    public String write(Trace trace, String title) {
      return TraceFile.text(trace);
    }
  };

  private final String ending;

  TraceFormat(String ending) {
    this.ending = ending;
  }

  /// The one that the ending of a file's name asks for, if it asks for one.
  public static Optional<TraceFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findAny();
  }

  /// All endings, with their dots.
  public static List<String> endings() {
    return Arrays.stream(values()).map(format -> format.ending).toList();
  }

  /// The content of such a file.
  ///
  /// @param title what stands above it, where something can
  public abstract String write(Trace trace, String title);
}
