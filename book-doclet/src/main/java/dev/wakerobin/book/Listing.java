package dev.wakerobin.book;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;

/// Writes lines of a file as HTML: coloured, with each name a link, and with what has changed since
/// the step before.
final class Listing {
  private static final int SHOWN = 34;
  private static final int LONG = 48;

  private final SourceFile file;
  private final Names names;
  private final Links links;
  private final Diff diff;
  private final Map<Integer, String> before; // Lines of the step before, coloured.

  Listing(SourceFile file, Names names, Links links) {
    this(file, names, links, Diff.none(), Map.of());
  }

  Listing(SourceFile file, Names names, Links links, Diff diff, Map<Integer, String> linesBefore) {
    this.file = file;
    this.names = names;
    this.links = links;
    this.diff = diff;
    this.before = linesBefore;
  }

  /// A figure with these lines. Of a long one the second half is folded, and of a step what has not
  /// changed.
  String figure(List<Integer> lines) {
    StringBuilder html = new StringBuilder("<figure class=\"listing\">\n<figcaption>");
    html.append(Html.escaped(file.simpleName()));
    if (diff.isStep()) {
      html.append(" <small>as changed from ").append(Html.escaped(diff.since())).append("</small>");
      html.append("</figcaption>\n");
      for (Diff.Stretch stretch : diff.stretches(lines)) {
        int size = stretch.lines().size();
        html.append(
            stretch.isSame()
                ? folded(size + " lines as in " + diff.since(), stretch.lines())
                : pre(stretch.lines()));
      }
    } else {
      boolean isLong = lines.size() > LONG;
      html.append("</figcaption>\n").append(pre(isLong ? lines.subList(0, SHOWN) : lines));
      if (isLong) {
        List<Integer> rest = lines.subList(SHOWN, lines.size());
        html.append(folded(rest.size() + " more lines", rest));
      }
    }
    return html.append("</figure>\n").toString();
  }

  private String folded(String summary, List<Integer> lines) {
    return "<details><summary>%s</summary>\n%s</details>\n"
        .formatted(Html.escaped(summary), pre(lines));
  }

  private String pre(List<Integer> lines) {
    StringBuilder html = new StringBuilder("<pre class=\"java\" tabindex=\"0\"><code>");
    boolean isLast = false;
    for (int line : lines) {
      gone(html, line);
      String kind = diff.added().contains(line) ? "line new" : "line";
      html.append("<span class=\"").append(kind).append("\" data-line=\"").append(line);
      html.append("\">").append(line(line)).append("</span>\n");
      isLast = line == file.lines().size();
    }
    if (isLast) {
      gone(html, Integer.MAX_VALUE);
    }
    return html.append("</code></pre>\n").toString();
  }

  private void gone(StringBuilder html, int line) {
    for (int old : diff.gone().getOrDefault(line, List.of())) {
      html.append("<del class=\"line gone\">").append(before.getOrDefault(old, ""));
      html.append("</del>\n");
    }
  }

  /// One line, coloured.
  String line(int line) {
    StringBuilder html = new StringBuilder();
    int start = file.startOfLine(line);
    int end = start + file.lines().get(line - 1).length();
    for (Token token : tokensFrom(start)) {
      if (token.from() >= end) {
        break;
      }
      String text = file.text().substring(Math.max(start, token.from()), Math.min(end, token.to()));
      html.append(coloured(token, Html.escaped(text)));
    }
    return html.toString();
  }

  private List<Token> tokensFrom(int position) {
    int low = 0;
    int high = file.tokens().size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (file.tokens().get(middle).to() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return file.tokens().subList(low, file.tokens().size());
  }

  private String coloured(Token token, String html) {
    return switch (token.kind()) {
      case KEYWORD -> span("k", html);
      case TEXT -> span("s", html);
      case NUMBER -> span("n", html);
      case COMMENT -> span("c", html);
      case OTHER -> html;
      case NAME -> name(token, html);
    };
  }

  private String name(Token token, String html) {
    Element declared = names.declared().get(token.from());
    if (declared != null) {
      String id = links.id(declared).orElse("");
      String kind = declared.getKind().isDeclaredType() ? "d t" : "d";
      return "<span class=\"%s\" id=\"%s\">%s</span>".formatted(kind, Html.escaped(id), html);
    }
    Element used = names.used().get(token.from());
    boolean isType = Character.isUpperCase(html.charAt(0)) && !html.matches("[A-Z0-9_]{2,}");
    String shown = isType ? span("t", html) : html;
    return used == null ? shown : links.around(used, shown);
  }

  private static String span(String kind, String html) {
    return "<span class=\"" + kind + "\">" + html + "</span>";
  }
}
