package dev.wakerobin.book;

import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import jdk.javadoc.doclet.Doclet;
import jdk.javadoc.doclet.DocletEnvironment;
import jdk.javadoc.doclet.Reporter;
import org.jspecify.annotations.Nullable;

/// The doclet that weaves the sources of the tutorial into a site. Its options are folders and
/// files: `--out`, `--transcripts`, `--accepted` and, if there are, `--glossary` and `--exercises`.
///
/// Whatever is wrong is told with file and line, all of it at once, and then nothing is written.
public final class BookDoclet implements Doclet {
  private final Map<String, Path> given = new TreeMap<>();
  private @Nullable Reporter reporter;

  /// To be made by the documentation tool.
  public BookDoclet() {}

  @Override
  public void init(Locale locale, Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public String getName() {
    return "Book";
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public Set<? extends Option> getSupportedOptions() {
    Set<Option> options = new LinkedHashSet<>();
    options.add(option("--out", "the folder of the site"));
    options.add(option("--transcripts", "the folder of the transcripts"));
    options.add(option("--accepted", "the folder of the accepted outputs"));
    options.add(option("--glossary", "the file of the glossary"));
    options.add(option("--exercises", "the folder of the exercises"));
    return options;
  }

  private Option option(String name, String description) {
    return new PathOption(name, description, path -> given.put(name, path));
  }

  @Override
  public boolean run(DocletEnvironment environment) {
    Faults faults = new Faults();
    try {
      Settings settings =
          new Settings(
              required("--out"),
              required("--transcripts"),
              required("--accepted"),
              Optional.ofNullable(given.get("--glossary")),
              Optional.ofNullable(given.get("--exercises")));
      Sources sources =
          Sources.of(sourcesIn(environment), environment.getJavaFileManager(), faults);
      Site site = new Site(sources, settings, faults);
      List<Page> pages = site.pages();
      if (faults.all().isEmpty()) {
        site.write(pages);
      }
    } catch (IOException | IllegalArgumentException failure) {
      faults.add("book", 0, String.valueOf(failure.getMessage()));
    }
    for (Fault fault : faults.all()) {
      if (reporter != null) {
        reporter.print(Diagnostic.Kind.ERROR, fault.toString());
      }
    }
    return faults.all().isEmpty();
  }

  private Path required(String option) {
    Path path = given.get(option);
    if (path == null) {
      throw new IllegalArgumentException("the book needs " + option + " and a folder");
    }
    return path;
  }

  /// The files that javadoc was given, each once.
  private static List<JavaFileObject> sourcesIn(DocletEnvironment environment) {
    DocTrees trees = environment.getDocTrees();
    Set<String> names = new TreeSet<>();
    List<JavaFileObject> sources = new ArrayList<>();
    for (Element element : environment.getIncludedElements()) {
      TreePath path = element instanceof TypeElement ? trees.getPath(element) : null;
      if (path != null) {
        JavaFileObject source = path.getCompilationUnit().getSourceFile();
        if (names.add(source.getName())) {
          sources.add(source);
        }
      }
    }
    return sources;
  }
}
