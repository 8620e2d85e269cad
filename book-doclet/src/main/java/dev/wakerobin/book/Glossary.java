package dev.wakerobin.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The words of the field. The file has a heading for each, with other forms behind a bar, and
/// below it what it means:
///
/// ```
/// ## waker | wakers | bell
///
/// What a future keeps ...
/// ```
/// @param lines of the file
record Glossary(Path path, List<String> lines, List<Entry> entries) {

  /// A word.
  ///
  /// @param forms the word itself, and what else is a form of it
  record Entry(int line, List<String> forms, String meaning) {
    String term() {
      return forms.getFirst();
    }

    String id() {
      return Html.slug(term());
    }
  }

  /// No words at all.
  static Glossary none() {
    return new Glossary(Path.of("glossary"), List.of(), List.of());
  }

  /// Reads it.
  static Glossary read(Path path, Faults faults) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    Map<String, Integer> ids = new LinkedHashMap<>();
    List<String> all = Utf8.lines(path, faults);
    for (int at = 0; at < all.size(); ) {
      int end = at + 1;
      while (end < all.size() && !all.get(end).startsWith("## ")) {
        end++;
      }
      if (all.get(at).startsWith("## ")) {
        List<String> forms = List.of(all.get(at).substring(3).strip().split("\\s*\\|\\s*"));
        String meaning = String.join("\n", all.subList(at + 1, end)).strip();
        entries.add(new Entry(at + 1, forms, meaning));
        Integer same = ids.put(Html.slug(forms.getFirst()), at + 1);
        if (same != null && !same.equals(lines.get(forms.getFirst()))) {
          faults.add(
              path.toString(),
              at + 1,
              "'%s' has the address of the term in line %d: call one of them otherwise"
                  .formatted(forms.getFirst(), same));
        }
        if (meaning.isEmpty()) {
          faults.add(path.toString(), at + 1, "'" + forms.getFirst() + "' means nothing: say what");
        }
        for (String form : forms) {
          Integer before = lines.put(form, at + 1);
          if (before != null) {
            faults.add(
                path.toString(),
                at + 1,
                "'%s' stands in line %d too: say it once".formatted(form, before));
          }
        }
      }
      at = end;
    }
    if (entries.isEmpty()) {
      faults.add(path.toString(), 1, "there is no term: begin one with a line ## and its name");
    }
    entries.sort(java.util.Comparator.comparing(Entry::id));
    return new Glossary(path, List.copyOf(all), List.copyOf(entries));
  }

  /// How to find the terms in a text.
  Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String forms = String.join("|", entry.forms.stream().map(Pattern::quote).toList());
      Pattern pattern = Pattern.compile("(?<![\\w-])(?:" + forms + ")(?![\\w-])");
      patterns.put(entry.id(), pattern);
    }
    return patterns;
  }

  /// The page.
  String html(Prose prose) {
    StringBuilder html = new StringBuilder("<h1>Glossary</h1>\n<dl class=\"glossary\">\n");
    for (Entry entry : entries) {
      html.append("<dt id=\"").append(entry.id()).append("\">");
      html.append(Html.escaped(entry.term())).append("</dt>\n<dd>");
      html.append(prose.html(entry.meaning, new Origin(path.toString(), lines, entry.line)))
          .append("</dd>\n");
    }
    return html.append("</dl>\n").toString();
  }
}
