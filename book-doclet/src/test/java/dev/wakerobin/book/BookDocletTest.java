package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookDocletTest {
  @TempDir private Path folder;
  private Weaving book;

  @BeforeEach
  void begin() throws Exception {
    book = new Weaving(folder);
  }

  private String woven() throws Exception {
    assertThat(book.weave()).isEmpty();
    return book.page("chapter01.html");
  }

  @Test
  void a_chapter_is_a_page_with_its_text_its_listings_and_what_they_print() throws Exception {
    String page = woven();
    assertThat(page)
        .containsSubsequence(
            "<h1 id=\"1-a-small-chapter\">1. A <code>small</code> chapter</h1>",
            "<strong>Goal.</strong>",
            "<section class=\"predict\"",
            "<details><summary>Look</summary>",
            "<h2 id=\"class-Helper\">",
            "<h2 id=\"the-program\">The program</h2>",
            "<figure class=\"listing\">",
            "<pre class=\"output\" tabindex=\"0\"><samp>&lt;3&gt; &amp; more</samp></pre>",
            "<h2 id=\"what-is-next\">What is next</h2>");
  }

  @Test
  void what_html_would_take_for_tags_is_escaped() throws Exception {
    assertThat(woven())
        .contains("<code>a &lt; b</code> &amp; &lt;T&gt;")
        .contains("<span class=\"s\">&quot;&lt;&amp;&gt;&quot;</span>");
  }

  @Test
  void every_page_is_well_formed() throws Exception {
    woven();
    for (Path file : book.files()) {
      if (file.toString().endsWith(".html")) {
        Xhtml.parse(Files.readString(file));
      }
    }
  }

  @Test
  void a_name_leads_to_where_it_is_defined() throws Exception {
    assertThat(woven())
        .contains("id=\"Helper.twice\">twice</span>")
        .contains("<a href=\"#Helper.twice\">twice</a>")
        .contains("<a href=\"#Helper\"><span class=\"t\">Helper</span></a>")
        .contains("<a href=\"workshop.html#Page\">")
        .contains("<span title=\"java.util.List\">");
  }

  @Test
  void a_link_in_the_text_leads_there_too() throws Exception {
    assertThat(woven())
        .contains("poll a <a href=\"#Helper\"><code>Helper</code></a>")
        .contains("<a href=\"#Helper.twice\"><code>Helper.twice(int)</code></a>");
  }

  @Test
  void a_name_of_the_api_leads_to_its_pages() throws Exception {
    book.file("site/api/element-list", "module:an.api\njava.io\n");
    book.file("site/api/an.api/java/io/PrintStream.html", "<h1 id=\"println(int)\"></h1>");
    assertThat(woven())
        .contains("<a class=\"api\" href=\"api/an.api/java/io/PrintStream.html\">")
        .contains("href=\"api/an.api/java/io/PrintStream.html#println(int)\">println</a>");
  }

  @Test
  void of_a_long_listing_the_second_half_is_folded() throws Exception {
    String lines = "    out.println();\n".repeat(60);
    book.chapter("    List<String> list", lines + "    List<String> list");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "91"));
    assertThat(woven()).contains("<details><summary>30 more lines</summary>");
  }

  @Test
  void a_step_shows_what_has_changed() throws Exception {
    String step = "package fixture.chapter01;\n\n%sfinal class %s {\n  int %s;\n  int same;\n}\n";
    book.source("fixture/chapter01/One.java", step.formatted("", "One", "old"));
    book.source(
        "fixture/chapter01/Two.java",
        step.formatted("/// A step.\n///\n/// @step-of One\n", "Two", "young"));
    String page = woven();
    assertThat(page.lines().filter(line -> line.contains("class=\"line gone\""))).hasSize(1);
    assertThat(page.lines().filter(line -> line.contains("class=\"line new\"")))
        .singleElement()
        .asString()
        .contains("young");
  }

  @Test
  void of_a_step_what_has_not_changed_is_folded() throws Exception {
    String step = "package fixture.chapter01;\n\n%sfinal class %s {\n%s  int %s;\n}\n";
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      fields.append("  int same").append(i).append(";\n");
    }
    book.source("fixture/chapter01/One.java", step.formatted("", "One", fields, "old"));
    book.source(
        "fixture/chapter01/Two.java",
        step.formatted("/// A step.\n///\n/// @step-of One\n", "Two", fields, "young"));
    assertThat(woven())
        .containsSubsequence(
            "<figcaption>Two.java <small>as changed from One</small></figcaption>",
            "<details><summary>19 lines as in One</summary>",
            "same17",
            "</details>",
            "same18",
            "line gone",
            "line new");
  }

  @Test
  void an_exercise_is_shown_with_its_hints_folded_and_without_its_solution() throws Exception {
    book.exercise();
    assertThat(woven())
        .containsSubsequence(
            "<h2 id=\"exercises\">Exercises</h2>",
            "<article class=\"exercise\" id=\"exercise-01-1-two\">",
            "<h3><span class=\"kind\">Fill</span> Make &lt;two&gt;</h3>",
            "a &lt; b</pre>",
            "<details class=\"hint\"><summary>A hint</summary>",
            "<p>Think.</p>",
            "<summary>A second hint</summary>",
            "code();</pre>",
            "<code>exercises/01-1-two/Two.java</code>",
            "<code>./wakerobin learn check 01-1-two</code>",
            "<h2 id=\"what-is-next\">")
        .doesNotContain("solved");
    assertThat(book.page("exercises.html"))
        .contains("<a href=\"chapter01.html#exercise-01-1-two\">Make &lt;two&gt;</a>");
    assertThat(book.page("search-index.js")).contains("[\"Make <two>\", \"chapter01.html#exercise");
  }

  @Test
  void a_chapter_without_exercises_says_nothing_of_them() throws Exception {
    assertThat(woven()).doesNotContain("id=\"exercises\"");
  }

  @Test
  void a_term_is_linked_where_the_page_first_has_it() throws Exception {
    book.file("glossary.md", "## poll | polled\n\nTo ask.\n");
    assertThat(woven()).containsOnlyOnce("<a href=\"glossary.html#poll\">");
    assertThat(book.page("glossary.html")).contains("<dt id=\"poll\">poll</dt>");
    assertThat(book.page("search-index.js")).contains("[\"polled\", \"glossary.html#poll\"");
  }

  @Test
  void the_map_is_drawn_with_the_stations_of_the_chapter_lit() throws Exception {
    book.chapter(
        "/// **Predict.**",
        """
        /// ```
        /// MADE ─▶ spawned ─▶ polled ─▶ ready
        ///                    ▲    │
        ///                    │    └─▶ pending ─▶ woken ─┐
        ///                    └──────────────────────────┘
        /// ```
        ///
        /// **Predict.**""");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "38"));
    assertThat(woven()).contains("Here: made\"").containsOnlyOnce("station lit");
  }

  @Test
  void a_trace_becomes_a_timeline_and_a_list_that_can_be_played() throws Exception {
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT + TRACE);
    assertThat(woven())
        .containsSubsequence(
            "<trace-replay>",
            "<svg",
            "data-from=\"2\" data-to=\"3\"",
            "<li data-tick=\"0\">",
            "</trace-replay>");
  }

  static final String TRACE =
      """
      trace
      > wakerobin-trace 1
      > dropped 0
      > tasks 1
      > task 1 "main"
      > events 4
      > 0 1200 spawned worker=- task=1 by=-
      > 1 1250 woken worker=- task=1 cause=spawn
      > 2 2100 poll-started worker=0 task=1
      > 3 2930 poll-ended worker=0 task=1 result=ready
      """;

  @Test
  void the_same_sources_give_the_same_bytes() throws Exception {
    woven();
    Map<Path, String> first = new HashMap<>();
    for (Path file : book.files()) {
      first.put(file, Files.readString(file));
    }
    woven();
    for (Path file : book.files()) {
      assertThat(Files.readString(file)).as("%s", file).isEqualTo(first.get(file));
    }
  }
}
