package dev.wakerobin.book;

import dev.wakerobin.book.TranscriptFile.Printed;
import dev.wakerobin.trace.Gantt.Rows;
import dev.wakerobin.trace.Trace;
import java.util.List;
import java.util.Optional;

/// The timelines of a page: which programs have one, and of what.
final class Pictures {
  private final Sources sources;
  private final Links links;
  private final TracePicture pen = new TracePicture();

  Pictures(Sources sources, Links links) {
    this.sources = sources;
    this.links = links;
  }

  /// What has a row in the pictures of what these programs did, if there are to be any: as the
  /// comment wishes; or, if it says nothing, for a single small one.
  Optional<Rows> rows(Comment comment, List<Printed> printed) {
    List<Trace> traces = printed.stream().flatMap(each -> drawn(each).stream()).toList();
    String wish = sources.tags().heed(comment, Tags.TIMELINE);
    if (wish.isEmpty()) {
      boolean isSmall = traces.size() == 1 && traces.getFirst().size() <= TracePicture.FEW;
      return isSmall ? Optional.of(Rows.TASKS) : Optional.empty();
    }
    if (!wish.equals("tasks") && !wish.equals("workers")) {
      complain(comment, "@timeline is of 'tasks' or 'workers', not '" + wish + "'");
    } else if (traces.isEmpty()) {
      complain(
          comment,
          "a picture without a trace: the program has to open its runtime with stage.open(), and may"
              + " have %,d events".formatted(TranscriptFile.MOST_EVENTS));
    }
    return Optional.of(wish.equals("tasks") ? Rows.TASKS : Rows.WORKERS);
  }

  private void complain(Comment comment, String what) {
    links.complain(comment.origin(), "@" + Tags.TIMELINE, what);
  }

  /// Those of one run.
  String of(Printed printed, Rows rows) {
    StringBuilder html = new StringBuilder();
    drawn(printed).forEach(trace -> html.append(pen.html(trace, rows)));
    return html.toString();
  }

  /// A runtime may be opened just to ask it something, or to stand by: of that there is no picture.
  private static List<Trace> drawn(Printed printed) {
    return printed.traces().stream().filter(trace -> !trace.polls().isEmpty()).toList();
  }
}
