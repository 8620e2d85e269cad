package dev.wakerobin.trace;

import dev.wakerobin.trace.Gantt.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A page that shows a trace: what the [Doctor] says of it, a timeline that can be stepped through,
/// the rows of the workers, and the figures. It is one file, and loads nothing.
final class ReplayPage {
  /// So many events can be stepped through; of a longer run the rest is only drawn.
  static final int MOST_STEPS = 20_000;

  private ReplayPage() {}

  static String of(Trace trace, String title) {
    SvgTimeline picture = SvgTimeline.of(trace);
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        <h1>%s</h1>
        %s<h2>Tasks</h2>
        <trace-replay>
        %s<details class="events"><summary>What happened, in words</summary>
        <ol>
        %s</ol>
        </details>
        </trace-replay>
        <h2>Workers</h2>
        %s<h2>Figures</h2>
        <pre>%s</pre>
        %s<script>
        %s</script>
        </html>
        """
        .formatted(
            SvgPen.escaped(title),
            resource("replay.css"),
            SvgPen.escaped(title),
            findings(Doctor.examine(trace)),
            picture.draw(),
            steps(trace),
            picture.with(Rows.WORKERS).draw(),
            SvgPen.escaped(trace.figures(Axis.suitedTo(trace)).toString()),
            Carried.element(trace),
            resource("replay.js"));
  }

  private static String findings(List<Diagnosis> diagnoses) {
    StringBuilder html = new StringBuilder();
    for (Diagnosis each : diagnoses) {
      html.append("<p class=\"finding\"><strong>").append(each.symptom()).append("</strong>: ");
      html.append(SvgPen.escaped(each.finding())).append(". ");
      html.append(SvgPen.escaped(each.symptom().advice())).append("</p>\n");
    }
    return html.toString();
  }

  private static String steps(Trace trace) {
    StringBuilder html = new StringBuilder();
    long last = Math.min(trace.lastTick(), trace.firstTick() + MOST_STEPS - 1);
    for (long tick = trace.firstTick(); tick <= last; tick++) {
      html.append("<li data-tick=\"").append(tick).append("\">");
      html.append(SvgPen.escaped(trace.describe(tick))).append("</li>\n");
    }
    if (last < trace.lastTick()) {
      html.append("<li>and ").append(Numbers.grouped(trace.lastTick() - last));
      html.append(" more</li>\n");
    }
    return html.toString();
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReplayPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
