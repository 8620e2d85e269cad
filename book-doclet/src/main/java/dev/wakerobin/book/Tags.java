package dev.wakerobin.book;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The tags of the book: each has to be heeded by somebody. One that stands where nobody looks for
/// it is a mistake of the author.
final class Tags {
  /// `@step-of Class`, on a class: its listing shows what has changed since that class.
  static final String STEP_OF = "step-of";

  /// `@timeline tasks` or `@timeline workers`, on a member: a picture of what its program did.
  static final String TIMELINE = "timeline";

  /// What there is, and where it belongs.
  static final Map<String, String> PLACES =
      Map.of(
          STEP_OF, "above a class beside the chapter's main one",
          TIMELINE, "above a method of the main class that page.program(...) runs");

  private record Tag(String file, int line, String name) {}

  private final Set<Tag> seen = new LinkedHashSet<>();
  private final Set<Tag> heeded = new HashSet<>();

  /// A comment that begins in that line has this tag.
  void see(SourceFile file, int line, String name) {
    seen.add(new Tag(file.name(), line, name));
  }

  /// What that tag of the comment says, which from now on counts as heeded; empty if there is none.
  String heed(Comment comment, String name) {
    heeded.add(new Tag(comment.file().name(), comment.line(), name));
    return comment.tags().getOrDefault(name, "");
  }

  /// Complains about those that nobody has heeded.
  void check(Sources sources, Faults faults) {
    for (Tag tag : seen) {
      if (!heeded.contains(tag)) {
        sources.files().stream()
            .filter(file -> file.name().equals(tag.file))
            .map(file -> new Origin(tag.file, file.lines(), tag.line))
            .forEach(
                origin ->
                    faults.add(
                        tag.file,
                        origin.lineOf("@" + tag.name),
                        "@%s does nothing here: it belongs %s"
                            .formatted(tag.name, PLACES.get(tag.name))));
      }
    }
  }
}
