package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A class documented by the standard doclet, with a figure in line 5.
class FigureTagletTest {
  @TempDir private Path folder;

  @BeforeEach
  void runAChapter() throws Exception {
    Path transcripts = Files.createDirectories(folder.resolve("transcripts"));
    Files.writeString(
        transcripts.resolve("chapter01.transcript"),
        "printed 7\n| hello\nsaid 8\n  so\n" + Weaving.TRANSCRIPT + BookDocletTest.TRACE);
  }

  /// What javadoc said; nothing if all went well.
  private String document(String figure) throws Exception {
    Path source = Files.createDirectories(folder.resolve("src/fixture")).resolve("Thing.java");
    Files.writeString(
        source,
        """
        package fixture;

        /// A thing.
        ///
        /// %s
        ///
        /// That was it.
        public final class Thing {}
        """
            .formatted(figure));
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-d",
            folder.resolve("api").toString(),
            "-quiet",
            "-Xdoclint:none",
            "--transcripts",
            folder.resolve("transcripts").toString(),
            "-taglet",
            FigureTaglet.class.getName(),
            "-tagletpath",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean well =
          tool.getTask(
                  said, files, null, ApiDoclet.class, options, files.getJavaFileObjects(source))
              .call();
      return well ? "" : said.toString();
    }
  }

  private String documented(String figure) throws Exception {
    assertThat(document(figure)).isEmpty();
    return Files.readString(folder.resolve("api/fixture/Thing.html"));
  }

  @Test
  void the_map_of_a_life_is_drawn_with_its_stations_lit() throws Exception {
    assertThat(documented("{@figure life pending woken}"))
        .contains("<svg class=\"life-map\"")
        .contains("Here: pending and woken")
        .contains("That was it.");
    assertThat(documented("{@figure life}")).contains("Here: the whole of it");
  }

  @Test
  void a_timeline_is_that_of_the_run_and_leads_to_its_chapter() throws Exception {
    assertThat(documented("{@figure timeline 1 2}"))
        .containsSubsequence(
            "<trace-replay>",
            "data-from=\"2\" data-to=\"3\"",
            "<li data-tick=\"0\">",
            "</trace-replay>",
            "What program 2 of <a href=\"../../chapter01.html\">chapter 1</a> did.");
  }

  private void assertWrong(String figure, String what) throws Exception {
    assertThat(document(figure)).contains("Thing.java:5: error: " + what);
  }

  @Test
  void a_figure_that_cannot_be_drawn_fails_with_file_and_line() throws Exception {
    assertWrong("{@figure cat}", "no figure 'cat': there is 'life', and 'timeline'");
    assertWrong("{@figure life asleep}", "no station 'asleep': there is [made, spawned, polled,");
    assertWrong("{@figure timeline 1}", "a timeline is that of a chapter and a program, such as");
    assertWrong("{@figure timeline 2 1}", "there is no chapter 2 that was run");
    assertWrong("{@figure timeline 1 3}", "chapter 1 has no program 3: it has 2");
    assertWrong(
        "{@figure timeline 1 1}", "a picture without a trace: program 1 of chapter 1 opens");
  }
}
