package dev.wakerobin.book;

import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Makes the site: runs the chapters, has the standard doclet write the pages of the API, and
/// weaves the book.
///
/// Words on the command line: the folder of the project, the folder of the site, and `--accept` to
/// accept what the chapters print now. It ends with 0 if all went well, with 1 if something is
/// wrong with the book, and with 2 if it was used wrongly.
public final class Main {
  private static final String TO_THE_BOOK = "<a href=\"{@docRoot}/../index.html\">The book</a>";

  private static final List<String> API =
      List.of("api", "runtime", "futures", "sync", "async", "trace");

  /// The chapters, and a module that one of them writes.
  private static final List<String> BOOK = List.of("tutorial", "scheduler-priority");

  private final Path root;
  private final Path out;
  private final PrintWriter messages;

  private Main(Path root, Path out, PrintWriter messages) {
    this.root = root;
    this.out = out;
    this.messages = messages;
  }

  /// Makes it.
  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    boolean accept = words.remove("--accept");
    if (words.size() != 2) {
      System.err.println("two folders are needed: that of the project, and that of the site");
      System.err.println("and there may be --accept; there was: " + String.join(" ", args));
      System.err.println("try: ./wakerobin book");
      System.exit(2);
    }
    Path out = Path.of(words.getLast());
    PrintWriter messages = new PrintWriter(System.err, true, System.err.charset());
    boolean well = make(Path.of(words.getFirst()), out, accept, messages);
    if (well) {
      System.out.println("the book: " + out.resolve(Pages.INDEX).toAbsolutePath().normalize());
    }
    System.exit(well ? 0 : 1);
  }

  /// Makes the whole site, and answers whether all went well.
  static boolean make(Path root, Path out, boolean accept, PrintWriter messages) throws Exception {
    Main main = new Main(root, out, messages);
    main.forgetTranscripts();
    for (int number : Transcript.numbers()) {
      main.transcribe(number, accept);
    }
    return main.documentApi() && main.weave();
  }

  // ---- The outputs

  /// Those of a chapter that is no more would be taken for new ones.
  private void forgetTranscripts() throws IOException {
    if (Files.isDirectory(transcripts())) {
      try (Stream<Path> old = Files.list(transcripts())) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void transcribe(int number, boolean accept) throws Exception {
    Faults faults = new Faults();
    Path file = Accepted.file(accepted(), number);
    Optional<Accepted> before = Files.exists(file) ? Accepted.read(file, faults) : Optional.empty();
    String scheduler = before.map(Accepted::scheduler).orElse(Accepted.DEFAULT);
    int workers = before.map(Accepted::workers).orElse(Accepted.USUAL_WORKERS);
    Stage stage = Stage.byDefault().with(workers);
    if (!scheduler.equals(Accepted.DEFAULT)) {
      stage = stage.on(scheduler);
    }
    Path path = transcripts().resolve("chapter%02d.transcript".formatted(number));
    TranscriptFile.write(path, Transcript.of(number, stage));
    if (accept) {
      List<TranscriptFile.Passage> first = read(path, faults);
      TranscriptFile.write(path, Transcript.of(number, stage));
      Files.createDirectories(accepted());
      Files.writeString(
          file,
          Accepted.accept(
              scheduler,
              workers,
              first,
              read(path, faults),
              before.map(Accepted::lines).orElse(List.of())));
      messages.println("accepted: " + file);
    }
  }

  private static List<TranscriptFile.Passage> read(Path path, Faults faults) throws IOException {
    return TranscriptFile.read(path, faults).map(TranscriptFile::passages).orElse(List.of());
  }

  private Path accepted() {
    return root.resolve("book-doclet/src/main/accepted");
  }

  private Path transcripts() {
    return root.resolve("book-doclet/target/transcripts");
  }

  // ---- The pages

  private boolean documentApi() throws IOException {
    List<String> options = new ArrayList<>();
    List<String> modules = new ArrayList<>();
    for (String module : API) {
      Path sources = root.resolve(module).resolve("src/main/java");
      if (Files.isDirectory(sources)) {
        options.addAll(List.of("--module-source-path", "dev.wakerobin." + module + "=" + sources));
        modules.add("dev.wakerobin." + module);
      }
    }
    options.addAll(List.of("--module", String.join(",", modules)));
    Assets.write(out);
    Path api = out.resolve("api");
    options.addAll(List.of("-d", api.toString(), "--transcripts", transcripts().toString()));
    options.addAll(List.of("-taglet", FigureTaglet.class.getName(), "-tagletpath", classPath()));
    for (String sheet : Assets.API_SHEETS) {
      options.addAll(List.of("--add-stylesheet", out.resolve(sheet).toString()));
    }
    for (String script : Assets.API_SCRIPTS) {
      options.addAll(List.of("--add-script", out.resolve(script).toString()));
    }
    options.addAll(List.of("--no-fonts", "-notimestamp", "--syntax-highlight"));
    options.addAll(
        List.of("-header", TO_THE_BOOK, "-Xdoclint:none", "-quiet", "-windowtitle", "Wakerobin"));
    options.addAll(List.of("--module-path", classPath()));
    boolean well = run(ApiDoclet.class, options, List.of());
    // Its style sheet asks for fonts even if it was told to bring none.
    Path fonts = Files.createDirectories(api.resolve("resource-files/fonts"));
    Files.writeString(fonts.resolve("dejavu.css"), "");
    return well;
  }

  private boolean weave() throws IOException {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--out", out.toString(), "--transcripts", transcripts().toString()));
    options.addAll(List.of("--accepted", accepted().toString()));
    options.addAll(
        List.of("--glossary", root.resolve("tutorial/src/main/book/glossary.md").toString()));
    options.addAll(List.of("--exercises", root.resolve("learn/exercises").toString()));
    options.addAll(List.of("--show-types", "private", "-quiet", "-classpath", classPath()));
    List<Path> sources = new ArrayList<>();
    for (String module : BOOK) {
      try (Stream<Path> all = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        all.filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.endsWith("module-info.java"))
            .sorted()
            .forEach(sources::add);
      }
    }
    return run(BookDoclet.class, options, sources);
  }

  private static String classPath() {
    return System.getProperty("java.class.path")
        + System.getProperty("path.separator")
        + System.getProperty("jdk.module.path", "");
  }

  private boolean run(Class<?> doclet, List<String> options, List<Path> sources)
      throws IOException {
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> units =
          sources.isEmpty() ? null : files.getJavaFileObjectsFromPaths(sources);
      boolean well =
          tool.getTask(new PrintWriter(said), files, null, doclet, options, units).call();
      if (!well) {
        messages.print(said);
        messages.flush();
      }
      return well;
    }
  }
}
