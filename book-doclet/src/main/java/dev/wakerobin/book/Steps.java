package dev.wakerobin.book;

import dev.wakerobin.book.Chapter.Companion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A class that is a step on from another one, as its `@step-of` says, is shown with what has
/// changed.
final class Steps {
  private static final Pattern IDS = Pattern.compile(" id=\"[^\"]*\"");

  private Steps() {}

  /// What lists the class of that companion.
  static Listing listing(Chapter chapter, Companion after, Sources sources, Links links) {
    Names names = sources.names(after.file());
    String wish = after.comment().map(c -> sources.tags().heed(c, Tags.STEP_OF)).orElse("");
    if (wish.isEmpty()) {
      return new Listing(after.file(), names, links);
    }
    Companion before = chapter.companions().get(wish);
    if (before == null || before == after) {
      links.complain(
          after.comment().orElseThrow().origin(),
          "@step-of",
          "no step '" + wish + "' to go on from: name another class of this chapter");
      return new Listing(after.file(), names, links);
    }
    Diff diff = Diff.of(before.name(), code(before, after.name()), code(after, after.name()));
    Listing old = new Listing(before.file(), sources.names(before.file()), links);
    Map<Integer, String> lines = new HashMap<>();
    for (List<Integer> gone : diff.gone().values()) {
      // What it declares has its address where it is listed itself.
      gone.forEach(line -> lines.put(line, IDS.matcher(old.line(line)).replaceAll("")));
    }
    return new Listing(after.file(), names, links, diff, lines);
  }

  /// Its lines; where they name their own class, they name that one.
  private static List<Diff.Numbered> code(Companion companion, String name) {
    List<Diff.Numbered> code = new ArrayList<>();
    for (Piece piece : companion.pieces()) {
      for (int line : piece.lines()) {
        String text = companion.file().lines().get(line - 1);
        String own = text.replaceAll("\\b" + companion.name() + "\\b", name);
        code.add(new Diff.Numbered(line, own));
      }
    }
    return code;
  }
}
