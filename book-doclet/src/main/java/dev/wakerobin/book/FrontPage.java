package dev.wakerobin.book;

import java.util.List;

/// The first page: what this is, and the chapters.
final class FrontPage {
  private FrontPage() {}

  /// Leads to these pages, and to those of the API if there are any.
  static String of(List<Page> pages, boolean hasApi) {
    StringBuilder html =
        new StringBuilder(
            """
            <section class="cover">
            <h1>Wakerobin</h1>
            <p class="lead">A book about async runtimes that runs.</p>
            <p>You will take a future apart, build what polls it, and see what real schedulers make of
            the same program. Every listing in here is compiled, every output was printed by the
            program above it when these pages were made, and every timeline shows that very run.</p>
            <p class="start"><a href="%s">Begin reading</a> <span>or in a terminal:
            <code>./wakerobin</code></span></p>
            </section>
            <ol class="chapters">
            """
                .formatted(pages.getFirst().file()));
    for (Page page : pages) {
      html.append("<li><a href=\"").append(page.file()).append("\"><span class=\"number\">");
      html.append(page.label()).append("</span> ").append(Html.escaped(page.title()));
      html.append("</a></li>\n");
    }
    if (hasApi) {
      html.append(
          "<li><a href=\"api/index.html\"><span class=\"number\"></span> The API</a></li>\n");
    }
    return html.append("</ol>\n").toString();
  }
}
