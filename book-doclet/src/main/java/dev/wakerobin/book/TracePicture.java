package dev.wakerobin.book;

import dev.wakerobin.trace.Gantt.Rows;
import dev.wakerobin.trace.SvgTimeline;
import dev.wakerobin.trace.Trace;
import java.util.regex.Pattern;

/// A timeline, and beside it what happened in words. A script makes a player of it; without one it
/// is a picture and a list.
final class TracePicture {
  /// A larger trace is drawn only if the book asks for it.
  static final int FEW = 60;

  private static final Pattern ID = Pattern.compile("wr[0-9a-f]+(NANOS|TICKS)(TASKS|WORKERS)");
  private static final int WIDTH = 720;

  private int drawn;

  /// Of that trace, with a number of its own on the page.
  String html(Trace trace, Rows rows) {
    drawn++;
    return named("picture-" + drawn, trace, rows, "");
  }

  /// Of that trace, with a name that nothing else on the page has.
  ///
  /// @param caption as HTML; empty if there is none
  static String named(String name, Trace trace, Rows rows, String caption) {
    String svg = SvgTimeline.of(trace).with(rows).width(WIDTH).draw();
    StringBuilder html = new StringBuilder("<figure class=\"timeline\">\n<trace-replay>\n");
    html.append(ID.matcher(svg).replaceAll(name));
    html.append("<details class=\"events\"><summary>What happened, in words</summary>\n<ol>\n");
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      String words = trace.describe(tick);
      int colon = words.indexOf(": ");
      String time = words.substring(words.indexOf(", ") + 2, colon);
      html.append("<li data-tick=\"").append(tick).append("\"><span class=\"time\">");
      html.append(Html.escaped(time)).append("</span> ");
      html.append(Html.escaped(words.substring(colon + 2))).append("</li>\n");
    }
    html.append("</ol>\n</details>\n</trace-replay>\n").append(caption);
    return html.append("</figure>\n").toString();
  }
}
