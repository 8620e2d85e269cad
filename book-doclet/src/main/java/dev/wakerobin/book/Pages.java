package dev.wakerobin.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which package is on which page.
final class Pages {
  /// What is in no chapter: what holds the chapters together.
  static final String WORKSHOP = "workshop.html";

  static final String GLOSSARY = "glossary.html";
  static final String INDEX = "index.html";

  private static final Pattern CHAPTER = Pattern.compile("(?:^|.*\\.)(chapter\\d\\d)(?:\\..*)?");

  private Pages() {}

  static String of(String packageName) {
    Matcher chapter = CHAPTER.matcher(packageName);
    return chapter.matches() ? chapter.group(1) + ".html" : WORKSHOP;
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
    return CHAPTER.matcher(packageName).matches();
  }
}
