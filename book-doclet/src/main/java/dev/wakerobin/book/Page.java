package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the site: what is written on it, and what is around that.
///
/// @param file its name in the folder of the site
/// @param label in the contents: `3` for a chapter, else empty
/// @param body HTML
record Page(String file, String label, String title, String body) {
  private static final Pattern SECTION =
      Pattern.compile("<h2 id=\"([^\"]*)\">(.*?)</h2>", Pattern.DOTALL);

  /// A section, to be listed.
  ///
  /// @param title as text
  record Section(String id, String title) {}

  /// Its sections, in order.
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    Matcher matcher = SECTION.matcher(body);
    while (matcher.find()) {
      sections.add(new Section(matcher.group(1), Html.text(matcher.group(2))));
    }
    return sections;
  }

  /// The whole document, in that site.
  String document(List<Page> all) {
    int at = all.indexOf(this);
    boolean isFront = file.equals(Pages.INDEX);
    String shown = isFront ? title : title + " · Wakerobin";
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n");
    html.append("<head>\n<meta charset=\"utf-8\" />\n<title>").append(Html.escaped(shown));
    html.append("</title>\n<meta name=\"viewport\" content=\"width=device-width, ");
    html.append("initial-scale=1\" />\n<meta name=\"color-scheme\" content=\"light dark\" />\n");
    for (String sheet : List.of("palette.css", "figures.css", "book.css")) {
      html.append("<link rel=\"stylesheet\" href=\"").append(sheet).append("\" />\n");
    }
    html.append("<link rel=\"icon\" href=\"icon.svg\" />\n");
    html.append("<script src=\"theme.js\"></script>\n");
    html.append("<script src=\"search-index.js\" defer=\"defer\"></script>\n");
    html.append("<script src=\"book.js\" defer=\"defer\"></script>\n");
    html.append("<script src=\"replay.js\" defer=\"defer\"></script>\n</head>\n");
    html.append("<body").append(isFront ? " class=\"front\"" : "").append(">\n");
    html.append("<a class=\"skip\" href=\"#text\">Skip to the text</a>\n").append(bar());
    html.append("<div class=\"columns\">\n").append(contents(all));
    html.append("<main id=\"text\">\n").append(body);
    html.append(turn(at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty(), after(all, at)));
    return html.append("</main>\n</div>\n</body>\n</html>\n").toString();
  }

  private static Optional<Page> after(List<Page> all, int at) {
    return at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
  }

  private static String bar() {
    return """
    <header class="bar">
    <a class="brand" href="index.html">Wakerobin</a>
    <div class="search" role="search">
    <label class="hidden" for="search">Search titles and terms</label>
    <input id="search" type="search" placeholder="Search  /" autocomplete="off" aria-controls="found" />
    <ul id="found" hidden="hidden"></ul>
    </div>
    <button id="theme" type="button" title="Light or dark">◐<span class="hidden"> light or dark</span></button>
    </header>
    """;
  }

  private String contents(List<Page> all) {
    StringBuilder html = new StringBuilder("<nav class=\"contents\" aria-label=\"Contents\">\n");
    html.append("<details open=\"open\"><summary>Contents</summary>\n<ol>\n");
    for (Page page : all) {
      boolean isHere = page.equals(this);
      html.append(isHere ? "<li class=\"here\">" : "<li>").append("<a href=\"").append(page.file);
      html.append(isHere ? "\" aria-current=\"page\">" : "\">").append("<span class=\"number\">");
      html.append(page.label).append("</span> ").append(Html.escaped(page.title)).append("</a>");
      if (isHere && !sections().isEmpty()) {
        html.append("\n<ol>\n");
        for (Section section : sections()) {
          html.append("<li><a href=\"#").append(section.id).append("\">");
          html.append(Html.escaped(section.title)).append("</a></li>\n");
        }
        html.append("</ol>\n");
      }
      html.append("</li>\n");
    }
    return html.append("</ol>\n</details>\n</nav>\n").toString();
  }

  private static String turn(Optional<Page> before, Optional<Page> after) {
    StringBuilder html = new StringBuilder("<nav class=\"turn\" aria-label=\"Turn the page\">\n");
    before.ifPresent(page -> html.append(page.turnTo("prev", "Before")));
    after.ifPresent(page -> html.append(page.turnTo("next", "Next")));
    return html.append("</nav>\n").toString();
  }

  private String turnTo(String rel, String word) {
    return "<a rel=\"%s\" href=\"%s\"><small>%s</small> %s</a>\n"
        .formatted(rel, file, word, Html.escaped((label.isEmpty() ? "" : label + " · ") + title));
  }
}
