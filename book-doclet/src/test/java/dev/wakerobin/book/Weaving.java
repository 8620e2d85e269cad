package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A small book in a folder, woven by the doclet within this process.
final class Weaving {
  /// A chapter in which nothing is wrong. Its lines are counted by the tests.
  static final String CHAPTER =
      """
      package fixture.chapter01;

      import java.io.PrintStream;
      import java.util.List;

      /// # 1. A `small` chapter
      ///
      /// **Goal.** Compare `a < b` & <T>, and poll a [Helper].
      ///
      /// **Predict.** How many?
      public final class Chapter01 {

        String heading() {
          return "1";
        }

        /// ## The program
        ///
        /// It calls [Helper#twice(int)].
        static void show(PrintStream out) {
          List<String> list = List.of("<&>");
          out.println(new Helper(list).twice(1));
        }

        /// ## What is next
        ///
        /// Nothing.
        void tell(Page page) {
          page.say("Predict", "How many?");
          page.program(Chapter01::show);
        }
      }
      """;

  private static final String HELPER =
      """
      package fixture.chapter01;

      import java.util.List;

      /// A helper.
      record Helper(List<String> list) {
        int twice(int number) {
          return number * 2 + list.size(); // Not twice.
        }
      }
      """;

  private static final String PAGE =
      """
      package fixture;

      /// A page.
      public interface Page {
        void say(String catchword, String text);

        void program(java.util.function.Consumer<java.io.PrintStream> program);
      }
      """;

  /// What the chapter said and printed; lines 30 and 31 are those of its calls.
  static final String TRANSCRIPT =
      """
      said 30 Predict
        How many?
      printed 31
      | <3> & more
      """;

  static final String EXERCISE =
      """
      title: Make <two>
      chapter: 1
      kind: Fill
      file: Two.java

      Write `two`. It looks like this:

          a < b

      ## Hint
      Think.

      ## Hint
          code();
      """;

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private final Path out;

  /// Begins with a book in which nothing is wrong.
  Weaving(Path folder) throws IOException {
    this.folder = folder;
    this.out = folder.resolve("site");
    source("fixture/Page.java", PAGE);
    source("fixture/chapter01/Helper.java", HELPER);
    source("fixture/chapter01/Chapter01.java", importing(CHAPTER));
    file("transcripts/chapter01.transcript", TRANSCRIPT);
    file("accepted/chapter01.txt", "on lab\nprogram\n= <3> & more\n");
  }

  private static String importing(String chapter) {
    return chapter.replace("import java.io", "import fixture.Page;\nimport java.io");
  }

  /// The same with another text of the chapter.
  Weaving chapter(String from, String to) throws IOException {
    String chapter = importing(CHAPTER);
    if (!chapter.contains(from)) {
      throw new IllegalArgumentException("the chapter has no '" + from + "'");
    }
    return source("fixture/chapter01/Chapter01.java", chapter.replace(from, to));
  }

  /// The same with that source.
  Weaving source(String name, String text) throws IOException {
    Path path = file("src/" + name, text);
    if (!sources.contains(path)) {
      sources.add(path);
    }
    return this;
  }

  /// Writes a file that the book needs.
  Path file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return path;
  }

  /// Weaves, and answers what javadoc said; nothing if all went well.
  String weave() throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--out",
                out.toString(),
                "--transcripts",
                folder.resolve("transcripts").toString(),
                "--accepted",
                folder.resolve("accepted").toString(),
                "--show-types",
                "private",
                "-quiet"));
    if (Files.exists(folder.resolve("exercises"))) {
      options.addAll(List.of("--exercises", folder.resolve("exercises").toString()));
    }
    if (Files.exists(folder.resolve("glossary.md"))) {
      options.addAll(List.of("--glossary", folder.resolve("glossary.md").toString()));
    }
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean well =
          tool.getTask(
                  said,
                  files,
                  null,
                  BookDoclet.class,
                  options,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return well ? "" : said.toString().replace(folder + "/", "");
    }
  }

  /// With an exercise in which nothing is wrong.
  Weaving exercise() throws IOException {
    file("exercises/01-1-two/Two.java", "class Two {}\n");
    file("exercises/01-1-two/solution/Two.java", "class Two { int solved; }\n");
    file("exercises/01-1-two/exercise.md", EXERCISE);
    return this;
  }

  /// Is sure that weaving tells of that, and then writes no page.
  ///
  /// @param where file and line
  void assertWrong(String where, String what) throws IOException {
    assertThat(weave()).contains(where).contains(what);
    assertThat(files()).noneMatch(file -> file.toString().endsWith(".html"));
  }

  /// The text of a page, or of another file of the site.
  String page(String name) throws IOException {
    return Files.readString(out.resolve(name));
  }

  /// All files of the site.
  List<Path> files() throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
