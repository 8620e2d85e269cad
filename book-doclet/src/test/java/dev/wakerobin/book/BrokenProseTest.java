package dev.wakerobin.book;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chapter with one mistake in its text: it is told with file and line, and no page is written.
class BrokenProseTest {
  private static final String CHAPTER = "src/fixture/chapter01/Chapter01.java";

  @TempDir private Path folder;
  private Weaving book;

  @BeforeEach
  void begin() throws Exception {
    book = new Weaving(folder);
  }

  @Test
  void a_link_that_leads_nowhere() throws Exception {
    book.chapter("poll a [Helper]", "poll a {@link Halper}");
    book.assertWrong(CHAPTER + ":9:", "the link 'Halper' leads nowhere");
  }

  @Test
  void a_link_to_a_page_that_is_not_there() throws Exception {
    book.chapter("poll a [Helper]", "read [more](more.html)");
    book.assertWrong(
        CHAPTER + ":9:", "there are chapter01.html, exercises.html, glossary.html, index.html");
  }

  @Test
  void a_tag_that_the_book_does_not_know() throws Exception {
    book.chapter("/// Nothing.", "/// Nothing.\n  ///\n  /// @steps Helper");
    book.assertWrong(CHAPTER + ":30:", "the book knows no tag '@steps'");
  }

  @Test
  void a_step_from_a_class_that_is_not_there() throws Exception {
    book.source(
        "fixture/chapter01/Two.java",
        "package fixture.chapter01;\n\n/// A step.\n///\n/// @step-of One\nfinal class Two {}\n");
    book.assertWrong("src/fixture/chapter01/Two.java:5:", "no step 'One' to go on from");
  }

  @Test
  void a_picture_without_a_trace() throws Exception {
    book.chapter("[Helper#twice(int)].", "[Helper#twice(int)].\n  ///\n  /// @timeline tasks");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "33"));
    book.assertWrong(CHAPTER + ":22:", "a picture without a trace");
  }

  @Test
  void a_picture_of_something_else() throws Exception {
    book.chapter("[Helper#twice(int)].", "[Helper#twice(int)].\n  ///\n  /// @timeline cats");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "33"));
    book.assertWrong(CHAPTER + ":22:", "@timeline is of 'tasks' or 'workers', not 'cats'");
  }

  @Test
  void an_image() throws Exception {
    book.chapter("poll a [Helper]", "see ![it](it.png)");
    book.assertWrong(CHAPTER + ":9:", "no images");
  }

  @Test
  void a_link_to_a_member_that_is_not_there() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "It calls [Helper#thrice(int)].");
    book.assertWrong(CHAPTER + ":20:", "the link 'Helper#thrice(int)' leads nowhere");
  }

  @Test
  void a_link_in_a_remark_deep_in_the_code() throws Exception {
    book.source(
        "fixture/chapter01/Deep.java",
        """
        package fixture.chapter01;

        final class Deep {
          interface Inner {
            /// See [Shallow].
            void dive();
          }
        }
        """);
    book.assertWrong("src/fixture/chapter01/Deep.java:5:", "the link 'Shallow' leads nowhere");
  }

  @Test
  void a_link_to_a_section_that_is_not_there() throws Exception {
    book.chapter("poll a [Helper]", "read [on](#the-programme)");
    book.assertWrong(CHAPTER + ":9:", "nothing on chapter01.html is called 'the-programme'");
    book.assertWrong(CHAPTER + ":9:", "try #the-program");
  }

  @Test
  void a_link_to_a_term_that_is_not_in_the_glossary() throws Exception {
    book.chapter("poll a [Helper]", "ring the [bell](glossary.html#bell)");
    book.assertWrong(CHAPTER + ":9:", "the link 'glossary.html#bell' leads nowhere: nothing on");
  }

  @Test
  void a_dead_link_in_the_glossary() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\nSee [there](chapter02.html).\n");
    book.assertWrong("glossary.md:4:", "the link 'chapter02.html' leads nowhere");
  }

  @Test
  void a_step_that_is_no_class() throws Exception {
    book.chapter("/// Nothing.", "/// Nothing.\n  ///\n  /// @step-of Helper");
    book.assertWrong(CHAPTER + ":30:", "@step-of does nothing here: it belongs above a class");
  }

  @Test
  void a_picture_of_what_is_not_run() throws Exception {
    book.source(
        "fixture/chapter01/Two.java",
        "package fixture.chapter01;\n\n/// Two.\n///\n/// @timeline tasks\nfinal class Two {}\n");
    book.assertWrong(
        "src/fixture/chapter01/Two.java:5:",
        "@timeline does nothing here: it belongs above a method of the main class");
  }

  @Test
  void a_picture_that_is_asked_for_twice() throws Exception {
    book.chapter(
        "[Helper#twice(int)].",
        "[Helper#twice(int)].\n  ///\n  /// @timeline tasks\n  /// @timeline workers");
    book.assertWrong(CHAPTER + ":22:", "@timeline is to be there once, with a word");
  }

  @Test
  void a_fence_that_is_not_closed() throws Exception {
    book.chapter("/// It calls [Helper#twice(int)].", "/// It calls:\n  ///\n  /// ```\n  /// a");
    book.assertWrong(CHAPTER + ":22:", "the fence is not closed");
  }

  @Test
  void code_strong_words_and_tags_that_are_not_closed() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "It calls `twice.");
    book.assertWrong(CHAPTER + ":20:", "the '`' is not closed");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "It **calls.");
    book.assertWrong(CHAPTER + ":20:", "the '**' is not closed");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "It calls {@code twice.");
    book.assertWrong(CHAPTER + ":20:", "the tag '{@code' is not closed");
  }

  @Test
  void a_bracket_or_a_star_that_stands_alone() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "It calls [Helper#twice(int).");
    book.assertWrong(CHAPTER + ":20:", "the '[' is no part of a link");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "It *calls.");
    book.assertWrong(CHAPTER + ":20:", "the '*' is not closed");
  }

  @Test
  void a_chapter_or_a_command_that_there_is_not() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "See chapter 40.");
    book.assertWrong(CHAPTER + ":20:", "the link 'chapter40.html' leads nowhere");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "Type `./wakerobin rnu 1`.");
    book.assertWrong(CHAPTER + ":20:", "no command 'rnu': there is list, run,");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "Type `./wakerobin run 77 --real`.");
    book.assertWrong(CHAPTER + ":20:", "the link 'chapter77.html' leads nowhere");
  }

  @Test
  void two_sections_of_the_same_title() throws Exception {
    book.chapter("## What is next", "## The program");
    book.assertWrong(
        CHAPTER + ":26:",
        "a second 'The program' on this page, after that of Chapter01.java:18: links could not");
  }

  @Test
  void a_section_that_is_called_like_a_part_of_the_frame() throws Exception {
    book.chapter("## What is next", "## Search");
    book.assertWrong(
        CHAPTER + ":26:", "a second 'Search' on this page, after that of the page's own");
  }

  @Test
  void a_map_that_is_drawn_otherwise() throws Exception {
    book.chapter(
        "/// **Predict.**",
        "/// ```\n/// made ─▶ POLLED ─▶ spawned ─▶ ready\n/// ```\n///\n/// **Predict.**");
    book.assertWrong(CHAPTER + ":12:", "this is not quite the map of a future's life");
  }
}
