package dev.wakerobin.book;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which package is on which page.
final class Pages {
  /// What is in no chapter: what holds the chapters together.
  static final String WORKSHOP = "workshop.html";

  static final String EXERCISES = "exercises.html";
  static final String GLOSSARY = "glossary.html";
  static final String INDEX = "index.html";

  private static final Pattern CHAPTER = Pattern.compile("(?:^|.*\\.)(chapter\\d\\d)(?:\\..*)?");

  /// Programs of a chapter that are modules of their own: their packages, and that of the chapter.
  private static final Map<String, String> ELSEWHERE =
      Map.of("dev.wakerobin.scheduler.priority", "dev.wakerobin.tutorial.chapter13");

  private Pages() {}

  static String of(String packageName) {
    Matcher chapter = CHAPTER.matcher(home(packageName));
    return chapter.matches() ? chapter.group(1) + ".html" : WORKSHOP;
  }

  /// Whether what is in that package is told in that one of a chapter: it is the same, or below it,
  /// as an annex is; or it is a module that the chapter writes.
  static boolean isToldIn(String packageName, String chapter) {
    String home = home(packageName);
    return home.equals(chapter) || home.startsWith(chapter + ".");
  }

  private static String home(String packageName) {
    return ELSEWHERE.getOrDefault(packageName, packageName);
  }

  static String ofChapter(int number) {
    return "chapter%02d.html".formatted(number);
  }

  /// Whether a chapter begins there, and not an annex of one.
  static boolean isChapter(String packageName) {
    return packageName.matches("(?:.*\\.)?chapter\\d\\d");
  }

  /// Whether it is part of a chapter.
  static boolean isInChapter(String packageName) {
    return CHAPTER.matcher(home(packageName)).matches();
  }
}
