package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.List;

/// What the search field finds: titles of pages, sections and exercises, and terms. It is a script
/// that sets a variable, since a page that was opened from a folder may not read files.
final class SearchIndex {
  private SearchIndex() {}

  static String of(List<Page> pages, Glossary glossary, Exercises exercises) {
    List<String> entries = new ArrayList<>();
    for (Page page : pages) {
      entries.add(entry(page.title(), page.file(), page.label()));
      for (Page.Section section : page.sections()) {
        entries.add(entry(section.title(), page.file() + "#" + section.id(), page.title()));
      }
    }
    for (Exercise each : exercises.all()) {
      String page = Pages.ofChapter(each.chapter());
      entries.add(entry(each.title(), page + "#" + each.address(), "exercise"));
    }
    for (Glossary.Entry term : glossary.entries()) {
      for (String form : term.forms()) {
        entries.add(entry(form, Pages.GLOSSARY + "#" + term.id(), "glossary"));
      }
    }
    return "window.wakerobinIndex = [\n" + String.join(",\n", entries) + "\n];\n";
  }

  private static String entry(String title, String address, String where) {
    return "[" + quoted(title) + ", " + quoted(address) + ", " + quoted(where) + "]";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
