package dev.wakerobin.book;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book in which two things do not go together: the programs and what was accepted, chapters and
/// what is left of them, exercises, terms. It is told with file and line, and no page is written.
class BrokenBookTest {
  private static final String CHAPTER = "src/fixture/chapter01/Chapter01.java";

  @TempDir private Path folder;
  private Weaving book;

  @BeforeEach
  void begin() throws Exception {
    book = new Weaving(folder);
  }

  @Test
  void an_output_that_has_changed() throws Exception {
    book.file("accepted/chapter01.txt", "on lab\nprogram\n= <4> & more\n");
    book.assertWrong(
        CHAPTER + ":31:", "it prints '<3> & more', and accepted/chapter01.txt:3 accepts");
  }

  @Test
  void an_output_that_nobody_has_accepted() throws Exception {
    Files.delete(folder.resolve("accepted/chapter01.txt"));
    book.assertWrong(CHAPTER, "nobody has accepted what its programs print");
  }

  @Test
  void a_chapter_that_was_not_run() throws Exception {
    Files.delete(folder.resolve("transcripts/chapter01.transcript"));
    book.assertWrong(CHAPTER, "there is no transcript");
  }

  @Test
  void a_transcript_that_is_damaged() throws Exception {
    book.file("transcripts/chapter01.transcript", "printed twice\n");
    book.assertWrong("transcripts/chapter01.transcript", "damaged");
  }

  @Test
  void a_program_that_no_section_is_about() throws Exception {
    book.chapter("## The program\n  ///\n  /// It calls [Helper#twice(int)].", "It calls.");
    book.file("transcripts/chapter01.transcript", Weaving.TRANSCRIPT.replace("31", "29"));
    book.assertWrong(CHAPTER + ":29:", "no section is about the program that is run here");
  }

  @Test
  void a_question_without_an_answer() throws Exception {
    book.file("transcripts/chapter01.transcript", "");
    book.file("accepted/chapter01.txt", "on lab\n");
    book.assertWrong(CHAPTER + ":11:", "a question without an answer");
  }

  @Test
  void a_chapter_without_a_title() throws Exception {
    book.chapter("# 1. A `small` chapter", "No title.");
    book.assertWrong(CHAPTER + ":7:", "a chapter begins with its number and title");
  }

  @Test
  void a_term_that_stands_twice_means_nothing_or_is_never_used() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\n\n## poll\n\n## unheard\n\nOf nothing.\n");
    book.assertWrong("glossary.md:5:", "'poll' stands in line 1 too");
    book.assertWrong("glossary.md:5:", "'poll' means nothing: say what");
    book.assertWrong("glossary.md:7:", "no page has the term 'unheard'");
  }

  @Test
  void accepted_outputs_that_cannot_be_read() throws Exception {
    book.file("accepted/chapter01.txt", "on lab\nprogram\n<3> & more\n");
    book.assertWrong("accepted/chapter01.txt:3:", "a line begins with '=', '~' or 'program'");
  }

  @Test
  void a_question_that_only_the_program_asks() throws Exception {
    book.chapter("**Predict.** How many?", "How many?");
    book.assertWrong(CHAPTER + ":30:", "the page asks to predict, and the text does not");
  }

  @Test
  void an_answer_without_anything_printed() throws Exception {
    book.file(
        "transcripts/chapter01.transcript", "said 30 Predict\n  How many?\nsaid 31\n  Few.\n");
    book.file("accepted/chapter01.txt", "on lab\n");
    book.assertWrong(CHAPTER + ":11:", "a question without an answer");
  }

  @Test
  void a_chapter_that_does_not_say_what_it_is_for() throws Exception {
    book.chapter("**Goal.** Compare", "Compare");
    book.assertWrong(CHAPTER + ":7:", "a chapter says what it is for");
  }

  @Test
  void a_prediction_that_asks_nothing() throws Exception {
    book.chapter("**Predict.** How many?", "**Predict.** A number.");
    book.assertWrong(CHAPTER + ":11:", "nothing is asked");
  }

  @Test
  void a_number_that_is_not_that_of_the_package() throws Exception {
    book.chapter("# 1. A `small` chapter", "# 2. A `small` chapter");
    book.assertWrong(CHAPTER + ":7:", "the title says 2, and the package is chapter01");
  }

  @Test
  void a_chapter_that_is_missing_in_the_contents() throws Exception {
    book.source(
        "fixture/chapter03/Chapter03.java",
        "package fixture.chapter03;\n\n/// # 3. Three\npublic final class Chapter03 {}\n");
    book.file("transcripts/chapter03.transcript", "");
    book.file("accepted/chapter03.txt", "on lab\n");
    book.assertWrong("src/fixture/chapter03/Chapter03.java:3:", "chapter 3 follows chapter 1");
  }

  @Test
  void what_is_left_of_a_chapter_that_was_removed() throws Exception {
    book.file("accepted/chapter02.txt", "on lab\n");
    book.assertWrong("accepted/chapter02.txt:1:", "there is no such chapter any more");
  }

  @Test
  void a_chapter_that_was_told_and_has_no_page() throws Exception {
    book.file("transcripts/chapter02.transcript", "");
    book.assertWrong("transcripts/chapter02.transcript:1:", "a chapter was told that has no page");
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
    wrongExercise(
        "## Hint\nThink.", "## Hnit\nThink.", ":10: a heading is ## Hint, and not ## Hnit");
    wrongExercise("Think.\n", "", ":10: an empty hint");
    wrongExercise("It looks like this:", "It `looks:", ":6: the '`' is not closed");
    Files.delete(folder.resolve("exercises/01-1-two/solution/Two.java"));
    wrongExercise("Think.", "Ponder.", ":1: there is no solution/Two.java");
  }

  private void wrongExercise(String from, String to, String complaint) throws Exception {
    book.file("exercises/01-1-two/exercise.md", Weaving.EXERCISE.replace(from, to));
    book.assertWrong("exercises/01-1-two/exercise.md", complaint);
  }

  @Test
  void two_exercises_with_one_number() throws Exception {
    book.exercise();
    book.file("exercises/01-1-three/Two.java", "class Two {}\n");
    book.file("exercises/01-1-three/solution/Two.java", "class Two { int solved; }\n");
    book.file("exercises/01-1-three/exercise.md", Weaving.EXERCISE);
    book.assertWrong(
        "exercises/01-1-two/exercise.md", "01-1 is the number of 01-1-three too: give one");
  }

  @Test
  void an_exercise_in_the_folder_of_another_chapter() throws Exception {
    book.file("exercises/02-1-two/Two.java", "class Two {}\n");
    book.file("exercises/02-1-two/solution/Two.java", "class Two { int solved; }\n");
    book.file("exercises/02-1-two/exercise.md", Weaving.EXERCISE);
    book.assertWrong(
        "exercises/02-1-two/exercise.md:2:", "its folder is 02-1-two, and it says chapter 1");
  }

  @Test
  void a_glossary_without_a_term() throws Exception {
    book.file("glossary.md", "# Terms\n");
    book.assertWrong("glossary.md:1:", "there is no term");
  }

  @Test
  void a_file_in_another_encoding() throws Exception {
    Files.write(
        folder.resolve("accepted/chapter01.txt"),
        "on lab\nprogram\n= na\u00efve\n".getBytes(StandardCharsets.ISO_8859_1));
    book.assertWrong("accepted/chapter01.txt", "this is not UTF-8");
  }

  @Test
  void two_terms_with_the_same_address() throws Exception {
    book.file("glossary.md", "## poll\n\nTo ask.\n\n## Poll\n\nA class.\n");
    book.assertWrong("glossary.md:5:", "'Poll' has the address of the term in line 1");
  }
}
