package dev.wakerobin.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The chapters as a whole: none is missing, and nothing is left of one that was removed.
final class Contents {
  private static final Pattern OF_A_CHAPTER = Pattern.compile("chapter(\\d\\d)\\.(txt|transcript)");

  private final List<Chapter> chapters;
  private final Faults faults;

  /// Of these chapters, in their order.
  Contents(List<Chapter> chapters, Faults faults) {
    this.chapters = chapters;
    this.faults = faults;
  }

  /// Complains about what is missing or left over.
  void check(Settings settings) throws IOException {
    for (int i = 1; i < chapters.size(); i++) {
      Chapter before = chapters.get(i - 1);
      Chapter chapter = chapters.get(i);
      if (chapter.number() != before.number() + 1) {
        faults.add(
            chapter.main().name(),
            chapter.titleLine(),
            "chapter %d follows chapter %d: write the one in between, or number them anew"
                .formatted(chapter.number(), before.number()));
      }
    }
    checkFolder(settings.accepted(), "there is no such chapter any more: remove this file");
    checkFolder(
        settings.transcripts(),
        "a chapter was told that has no page: its package has to be called chapterNN, and to be"
            + " among the sources");
  }

  private void checkFolder(Path folder, String complaint) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<String> numbers =
        chapters.stream()
            .map(chapter -> "%02d".formatted(chapter.number()))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = OF_A_CHAPTER.matcher(file.getFileName().toString());
        if (name.matches() && !numbers.contains(name.group(1))) {
          faults.add(file.toString(), 1, complaint);
        }
      }
    }
  }
}
