package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book with one mistake each: it is told with file and line, and no page is written.
class BrokenBookTest {
  private static final String CHAPTER = "src/fixture/chapter01/Chapter01.java";

  @TempDir private Path folder;
  private Weaving book;

  @BeforeEach
  void begin() throws Exception {
    book = new Weaving(folder);
  }

  private void assertWrong(String where, String what) throws Exception {
    assertThat(book.weave()).contains(where).contains(what);
    assertThat(book.files()).noneMatch(file -> file.toString().endsWith(".html"));
  }

  @Test
  void a_link_that_leads_nowhere() throws Exception {
    book.chapter("poll a [Helper]", "poll a {@link Halper}");
    assertWrong(CHAPTER + ":9:", "the link 'Halper' leads nowhere");
  }

  @Test
  void a_link_to_a_page_that_is_not_there() throws Exception {
    book.chapter("poll a [Helper]", "read [more](more.html)");
    assertWrong(
        CHAPTER + ":9:", "there are chapter01.html, exercises.html, glossary.html, index.html");
  }

  @Test
  void a_tag_that_the_book_does_not_know() throws Exception {
    book.chapter("/// Nothing.", "/// Nothing.\n  ///\n  /// @steps Helper");
    assertWrong(CHAPTER + ":30:", "the book knows no tag '@steps'");
  }

  @Test
  void a_step_from_a_class_that_is_not_there() throws Exception {
    book.source(
        "fixture/chapter01/Two.java",
        "package fixture.chapter01;\n\n/// A step.\n///\n/// @step-of One\nfinal class Two {}\n");
    assertWrong("src/fixture/chapter01/Two.java:5:", "no step 'One' to go on from");
  }

  @Test
  void a_picture_without_a_trace() throws Exception {
    book.chapter("[Helper#twice(int)].", "[Helper#twice(int)].\n  ///\n  /// @timeline tasks");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "33"));
    assertWrong(CHAPTER + ":22:", "a picture without a trace");
  }

  @Test
  void a_picture_of_something_else() throws Exception {
    book.chapter("[Helper#twice(int)].", "[Helper#twice(int)].\n  ///\n  /// @timeline cats");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "33"));
    assertWrong(CHAPTER + ":22:", "@timeline is of 'tasks' or 'workers', not 'cats'");
  }

  @Test
  void an_output_that_has_changed() throws Exception {
    book.file("accepted/chapter01.txt", "on lab\nprogram\n= <4> & more\n");
    assertWrong(CHAPTER + ":31:", "it prints '<3> & more', and accepted/chapter01.txt:3 accepts");
  }

  @Test
  void an_output_that_nobody_has_accepted() throws Exception {
    Files.delete(folder.resolve("accepted/chapter01.txt"));
    assertWrong(CHAPTER, "nobody has accepted what its programs print");
  }

  @Test
  void a_chapter_that_was_not_run() throws Exception {
    Files.delete(folder.resolve("transcripts/chapter01.transcript"));
    assertWrong(CHAPTER, "there is no transcript");
  }

  @Test
  void a_transcript_that_is_damaged() throws Exception {
    book.file("transcripts/chapter01.transcript", "printed twice\n");
    assertWrong("transcripts/chapter01.transcript", "damaged");
  }

  @Test
  void a_program_that_no_section_is_about() throws Exception {
    book.chapter("## The program\n  ///\n  /// It calls [Helper#twice(int)].", "It calls.");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "29"));
    assertWrong(CHAPTER + ":29:", "no section is about the program that is run here");
  }

  @Test
  void a_question_without_an_answer() throws Exception {
    book.file("transcripts/chapter01.transcript", "");
    book.file("accepted/chapter01.txt", "on lab\n");
    assertWrong(CHAPTER + ":11:", "a question without an answer");
  }

  @Test
  void a_chapter_without_a_title() throws Exception {
    book.chapter("# 1. A `small` chapter", "No title.");
    assertWrong(CHAPTER + ":7:", "a chapter begins with its number and title");
  }

  @Test
  void an_image() throws Exception {
    book.chapter("poll a [Helper]", "see ![it](it.png)");
    assertWrong(CHAPTER + ":9:", "no images");
  }

  @Test
  void a_term_that_stands_twice_means_nothing_or_is_never_used() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\n\n## poll\n\n## unheard\n\nOf nothing.\n");
    assertWrong("glossary.md:5:", "'poll' stands in line 1 too");
    assertWrong("glossary.md:5:", "'poll' means nothing: say what");
    assertWrong("glossary.md:7:", "no page has the term 'unheard'");
  }

  @Test
  void accepted_outputs_that_cannot_be_read() throws Exception {
    book.file("accepted/chapter01.txt", "on lab\nprogram\n<3> & more\n");
    assertWrong("accepted/chapter01.txt:3:", "a line begins with '=', '~' or 'program'");
  }

  // ---- Links

  @Test
  void a_link_to_a_member_that_is_not_there() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "It calls [Helper#thrice(int)].");
    assertWrong(CHAPTER + ":20:", "the link 'Helper#thrice(int)' leads nowhere");
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
    assertWrong("src/fixture/chapter01/Deep.java:5:", "the link 'Shallow' leads nowhere");
  }

  @Test
  void a_link_to_a_section_that_is_not_there() throws Exception {
    book.chapter("poll a [Helper]", "read [on](#the-programme)");
    assertWrong(CHAPTER + ":9:", "nothing on chapter01.html is called 'the-programme'");
    assertWrong(CHAPTER + ":9:", "try #the-program");
  }

  @Test
  void a_link_to_a_term_that_is_not_in_the_glossary() throws Exception {
    book.chapter("poll a [Helper]", "ring the [bell](glossary.html#bell)");
    assertWrong(CHAPTER + ":9:", "the link 'glossary.html#bell' leads nowhere: nothing on");
  }

  @Test
  void a_dead_link_in_the_glossary() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\nSee [there](chapter02.html).\n");
    assertWrong("glossary.md:4:", "the link 'chapter02.html' leads nowhere");
  }

  // ---- Tags

  @Test
  void a_step_that_is_no_class() throws Exception {
    book.chapter("/// Nothing.", "/// Nothing.\n  ///\n  /// @step-of Helper");
    assertWrong(CHAPTER + ":30:", "@step-of does nothing here: it belongs above a class");
  }

  @Test
  void a_picture_of_what_is_not_run() throws Exception {
    book.source(
        "fixture/chapter01/Two.java",
        "package fixture.chapter01;\n\n/// Two.\n///\n/// @timeline tasks\nfinal class Two {}\n");
    assertWrong(
        "src/fixture/chapter01/Two.java:5:",
        "@timeline does nothing here: it belongs above a method of the main class");
  }

  @Test
  void a_picture_that_is_asked_for_twice() throws Exception {
    book.chapter(
        "[Helper#twice(int)].",
        "[Helper#twice(int)].\n  ///\n  /// @timeline tasks\n  /// @timeline workers");
    assertWrong(CHAPTER + ":22:", "@timeline is to be there once, with a word");
  }

  // ---- Markdown, which forgives

  @Test
  void a_fence_that_is_not_closed() throws Exception {
    book.chapter("/// It calls [Helper#twice(int)].", "/// It calls:\n  ///\n  /// ```\n  /// a");
    assertWrong(CHAPTER + ":22:", "the fence is not closed");
  }

  @Test
  void code_strong_words_and_tags_that_are_not_closed() throws Exception {
    book.chapter("It calls [Helper#twice(int)].", "It calls `twice.");
    assertWrong(CHAPTER + ":20:", "the '`' is not closed");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "It **calls.");
    assertWrong(CHAPTER + ":20:", "the '**' is not closed");
    begin();
    book.chapter("It calls [Helper#twice(int)].", "It calls {@code twice.");
    assertWrong(CHAPTER + ":20:", "the tag '{@code' is not closed");
  }

  @Test
  void two_sections_of_the_same_title() throws Exception {
    book.chapter("## What is next", "## The program");
    assertWrong(
        CHAPTER + ":26:",
        "a second 'The program' on this page, after that of Chapter01.java:18: links could not");
  }

  @Test
  void a_section_that_is_called_like_a_part_of_the_frame() throws Exception {
    book.chapter("## What is next", "## Search");
    assertWrong(CHAPTER + ":26:", "a second 'Search' on this page, after that of the page's own");
  }

  @Test
  void a_map_that_is_drawn_otherwise() throws Exception {
    book.chapter(
        "/// **Predict.**",
        "/// ```\n/// made ─▶ POLLED ─▶ spawned ─▶ ready\n/// ```\n///\n/// **Predict.**");
    assertWrong(CHAPTER + ":12:", "this is not quite the map of a future's life");
  }

  // ---- What does not go together

  @Test
  void a_question_that_only_the_program_asks() throws Exception {
    book.chapter("**Predict.** How many?", "How many?");
    assertWrong(CHAPTER + ":30:", "the page asks to predict, and the text does not");
  }

  @Test
  void an_answer_without_anything_printed() throws Exception {
    book.file(
        "transcripts/chapter01.transcript", "said 30 Predict\n  How many?\nsaid 31\n  Few.\n");
    book.file("accepted/chapter01.txt", "on lab\n");
    assertWrong(CHAPTER + ":11:", "a question without an answer");
  }

  @Test
  void a_number_that_is_not_that_of_the_package() throws Exception {
    book.chapter("# 1. A `small` chapter", "# 2. A `small` chapter");
    assertWrong(CHAPTER + ":7:", "the title says 2, and the package is chapter01");
  }

  @Test
  void a_chapter_that_is_missing_in_the_contents() throws Exception {
    book.source(
        "fixture/chapter03/Chapter03.java",
        "package fixture.chapter03;\n\n/// # 3. Three\npublic final class Chapter03 {}\n");
    book.file("transcripts/chapter03.transcript", "");
    book.file("accepted/chapter03.txt", "on lab\n");
    assertWrong("src/fixture/chapter03/Chapter03.java:3:", "chapter 3 follows chapter 1");
  }

  @Test
  void what_is_left_of_a_chapter_that_was_removed() throws Exception {
    book.file("accepted/chapter02.txt", "on lab\n");
    assertWrong("accepted/chapter02.txt:1:", "there is no such chapter any more");
  }

  @Test
  void a_chapter_that_was_told_and_has_no_page() throws Exception {
    book.file("transcripts/chapter02.transcript", "");
    assertWrong("transcripts/chapter02.transcript:1:", "a chapter was told that has no page");
  }

  @Test
  void an_exercise_of_a_chapter_that_is_not_there() throws Exception {
    book.exercise();
    wrongExercise("chapter: 1", "chapter: 2", ":2: an exercise of chapter 2, and there is no such");
  }

  @Test
  void an_exercise_that_lacks_something() throws Exception {
    book.exercise();
    wrongExercise("title: Make", "titel: Make", ":1: an exercise has a title");
    wrongExercise("chapter: 1", "chapter: one", ":1: 'chapter' is the number of a chapter, not");
    wrongExercise("Fill", "Guess", ":1: no kind 'Guess': there is Fill, Investigate, Make,");
    wrongExercise("Two.java", "Three.java", ":1: 'file' is the file that the learner is given");
    wrongExercise("## Hint", "## Hints", ":1: there is no hint");
    wrongExercise("It looks like this:", "It `looks:", ":6: the '`' is not closed");
  }

  private void wrongExercise(String from, String to, String complaint) throws Exception {
    book.file("exercises/01-1-two/exercise.md", Weaving.EXERCISE.replace(from, to));
    assertWrong("exercises/01-1-two/exercise.md", complaint);
  }

  @Test
  void two_terms_with_the_same_address() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\n\n## Poll\n\nA class.\n");
    assertWrong("glossary.md:5:", "'Poll' has the address of the term in line 1");
  }
}
