package dev.wakerobin.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ProvidesTree;
import com.sun.source.tree.RequiresTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What we agreed on (`docs/style.md`) and no other checker sees.
class HouseRulesTest {
  private static final int MOST_LINES_OF_A_FILE = 300;
  private static final int MOST_LINES_OF_A_METHOD = 60;

  /// A line `///` that goes on as a line `//`, which is no doc comment any more.
  private static final Pattern BROKEN_DOC = Pattern.compile("(?m)^ *///.*\\R *// \\S");

  /// The picture in `ARCHITECTURE.md`, as a list. A new arrow belongs into both, on purpose.
  private static final Map<String, Set<String>> DRAWN =
      Map.ofEntries(
          entry("dev.wakerobin.api"),
          entry("dev.wakerobin.runtime", "dev.wakerobin.api"),
          entry("dev.wakerobin.trace", "dev.wakerobin.runtime", "static jdk.jfr"),
          entry("dev.wakerobin.futures", "dev.wakerobin.api"),
          entry("dev.wakerobin.sync", "dev.wakerobin.api"),
          entry(
              "dev.wakerobin.async",
              "dev.wakerobin.api",
              "static java.instrument",
              "static java.management",
              "static jdk.compiler"),
          entry("dev.wakerobin.scheduler.basic", "dev.wakerobin.api"),
          entry("dev.wakerobin.scheduler.workstealing", "dev.wakerobin.api"),
          entry("dev.wakerobin.scheduler.lab", "dev.wakerobin.api"),
          entry("dev.wakerobin.scheduler.priority", "dev.wakerobin.api"),
          entry(
              "dev.wakerobin.testkit",
              "dev.wakerobin.api",
              "dev.wakerobin.runtime",
              "dev.wakerobin.trace",
              "java.management",
              "org.junit.jupiter.api",
              "org.junit.jupiter.params",
              "net.jqwik.api",
              "org.assertj.core"),
          entry(
              "dev.wakerobin.tck",
              "dev.wakerobin.testkit",
              "java.logging",
              "org.junit.platform.launcher"),
          entry(
              "dev.wakerobin.learn",
              "dev.wakerobin.testkit",
              "java.compiler",
              "java.logging",
              "org.jline.terminal",
              "org.junit.platform.launcher"),
          entry(
              "dev.wakerobin.book",
              "dev.wakerobin.trace",
              "dev.wakerobin.tutorial",
              "java.compiler",
              "jdk.compiler",
              "jdk.javadoc",
              "org.commonmark",
              "org.commonmark.ext.gfm.tables"),
          entry(
              "dev.wakerobin.benchmarks",
              "dev.wakerobin.async",
              "dev.wakerobin.futures",
              "dev.wakerobin.runtime",
              "dev.wakerobin.sync",
              "java.management",
              "jdk.management",
              "jdk.unsupported",
              "jmh.core",
              "kotlin.stdlib",
              "kotlinx.coroutines.core"),
          entry(
              "dev.wakerobin.tutorial",
              "dev.wakerobin.api",
              "dev.wakerobin.async",
              "dev.wakerobin.futures",
              "dev.wakerobin.runtime",
              "dev.wakerobin.scheduler.priority",
              "dev.wakerobin.sync",
              "dev.wakerobin.trace"));

  /// A module and what it requires; JSpecify's annotations go without saying.
  private static Map.Entry<String, Set<String>> entry(String module, String... requires) {
    Set<String> all = new HashSet<>(Set.of(requires));
    all.add("static org.jspecify");
    return Map.entry(module, all);
  }

  private static final List<Source> SOURCES = Sources.parse();

  @Test
  void what_is_exported_is_documented() {
    assertNone(
        mains().filter(HouseRulesTest::isExported).flatMap(s -> Undocumented.in(s).stream()));
  }

  @Test
  void a_file_holds_one_concept() {
    assertNone(
        mains()
            .filter(source -> source.text().lines().count() > MOST_LINES_OF_A_FILE)
            .map(
                source ->
                    source.complaint(
                        source.unit(),
                        "has more than %d lines: it holds two concepts, so make two files"
                            .formatted(MOST_LINES_OF_A_FILE))));
  }

  @Test
  void a_method_fits_on_a_screen() {
    assertNone(
        mains()
            .flatMap(
                source ->
                    methods(source)
                        .filter(method -> source.lines(method) > MOST_LINES_OF_A_METHOD)
                        .map(
                            method ->
                                source.complaint(
                                    method,
                                    "'%s' has more than %d lines: name its parts and take them out"
                                        .formatted(method.getName(), MOST_LINES_OF_A_METHOD)))));
  }

  @Test
  void imports_name_what_they_import() {
    assertNone(
        SOURCES.stream()
            .flatMap(
                source ->
                    source.unit().getImports().stream()
                        .filter(HouseRulesTest::isForMany)
                        .map(
                            i ->
                                source.complaint(
                                    i, "imports many names: import each by its own"))));
  }

  @Test
  void no_doc_comment_is_broken_in_two() {
    assertNone(
        SOURCES.stream()
            .flatMap(
                source ->
                    BROKEN_DOC
                        .matcher(source.text())
                        .results()
                        .map(
                            broken ->
                                source.complaint(
                                    broken.start(),
                                    "the formatter broke a long /// line: mend it"))));
  }

  @Test
  void the_modules_require_what_is_drawn() {
    Map<String, Set<String>> found = new TreeMap<>();
    moduleInfos().forEach(s -> found.put(s.unit().getModule().getName().toString(), requires(s)));
    assertThat(found)
        .as("the arrows in the module-infos: draw a new one here and in ARCHITECTURE.md")
        .containsExactlyInAnyOrderEntriesOf(DRAWN);
  }

  @Test
  void no_test_class_is_skipped() {
    assertNone(new TestClasses(SOURCES).skipped().stream());
  }

  @Test
  void a_class_path_finds_the_same_services_as_a_module_path() {
    assertNone(
        moduleInfos()
            .filter(source -> !provided(source).equals(listed(source.module())))
            .map(
                source ->
                    source.complaint(
                        source.unit().getModule(),
                        "provides %s, and its META-INF/services %s: make them the same"
                            .formatted(provided(source), listed(source.module())))));
  }

  private static void assertNone(Stream<String> complaints) {
    List<String> all = complaints.toList();
    assertThat(all).as("%s", String.join("\n", all)).isEmpty();
  }

  private static Stream<Source> mains() {
    return SOURCES.stream().filter(Source::isMain);
  }

  private static Stream<Source> moduleInfos() {
    return mains().filter(source -> source.unit().getModule() != null);
  }

  private static boolean isExported(Source source) {
    if (source.unit().getModule() != null) {
      return true;
    }
    String name = source.packageName();
    return moduleInfos()
        .filter(info -> info.module().equals(source.module()))
        .flatMap(info -> info.directives(ExportsTree.class).stream())
        .anyMatch(exports -> exports.getPackageName().toString().equals(name));
  }

  private static Stream<MethodTree> methods(Source source) {
    List<MethodTree> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        methods.add(method);
        return super.visitMethod(method, null);
      }
    }.scan(source.unit(), null);
    return methods.stream();
  }

  private static boolean isForMany(ImportTree tree) {
    return tree.isModule() || tree.getQualifiedIdentifier().toString().endsWith(".*");
  }

  private static Set<String> requires(Source source) {
    return source.directives(RequiresTree.class).stream()
        .map(requires -> (requires.isStatic() ? "static " : "") + requires.getModuleName())
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> provided(Source source) {
    return source.directives(ProvidesTree.class).stream()
        .collect(
            Collectors.toMap(
                provides -> provides.getServiceName().toString(),
                provides -> names(provides.getImplementationNames().stream().map(Tree::toString))));
  }

  private static Map<String, Set<String>> listed(Path module) {
    return Sources.filesBelow(module.resolve("src/main/resources/META-INF/services"))
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString(),
                file -> names(Sources.read(file).lines().filter(line -> !line.isBlank()))));
  }

  private static Set<String> names(Stream<String> names) {
    return names.map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }
}
