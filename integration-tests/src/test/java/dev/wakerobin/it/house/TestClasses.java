package dev.wakerobin.it.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// Finds the tests that nobody would miss: classes whose names surefire passes over, and nested
/// ones that their engine passes over.
final class TestClasses {
  private static final Set<String> TESTS =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Property",
          "Example");
  private static final Set<String> NESTED = Set.of("Nested", "Group");
  private static final Pattern INCLUDE =
      Pattern.compile("<include>\\*\\*/\\*(\\w+)\\.java</include>");

  private final List<Source> sources;
  private final Map<String, ClassTree> byName = new HashMap<>();
  private final List<String> endings =
      INCLUDE
          .matcher(Sources.read(Sources.root().resolve("pom.xml")))
          .results()
          .map(i -> i.group(1))
          .toList();

  TestClasses(List<Source> sources) {
    this.sources = sources;
    sources.forEach(source -> source.classes().forEach(type -> byName.put(nameOf(type), type)));
  }

  List<String> skipped() {
    return sources.stream()
        .filter(source -> !source.isMain())
        .flatMap(source -> source.classes().flatMap(type -> skipped(source, type)))
        .toList();
  }

  private Stream<String> skipped(Source source, ClassTree type) {
    boolean named = endings.stream().anyMatch(nameOf(type)::endsWith);
    Stream<String> unnamed =
        isTest(type) && !named
            ? Stream.of(
                source.complaint(
                    type,
                    "surefire skips the tests of '%s': let its name end with one of %s"
                        .formatted(nameOf(type), endings)))
            : Stream.of();
    return Stream.concat(unnamed, nested(type).flatMap(inner -> skippedNested(source, inner)));
  }

  private Stream<String> skippedNested(Source source, ClassTree type) {
    // Some are there to be run by another test, which then says their name.
    boolean runByAnother = source.text().contains(nameOf(type) + ".class");
    boolean marked = annotations(type.getModifiers()).anyMatch(NESTED::contains);
    return isTest(type) && !marked && !runByAnother
        ? Stream.of(
            source.complaint(
                type,
                "JUnit skips the tests of the nested '%s': mark it @Nested, or @Group for jqwik"
                    .formatted(nameOf(type))))
        : Stream.of();
  }

  private boolean isTest(ClassTree type) {
    return !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
        && type.getKind() != Tree.Kind.INTERFACE
        && hasTests(type);
  }

  /// Of its own, or inherited: a contract's tests are in the class that it extends.
  private boolean hasTests(ClassTree type) {
    boolean own =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .flatMap(method -> annotations(((MethodTree) method).getModifiers()))
            .anyMatch(TESTS::contains);
    return own
        || supertypes(type)
            .flatMap(name -> Stream.ofNullable(byName.get(name)))
            .anyMatch(this::hasTests);
  }

  private static Stream<String> supertypes(ClassTree type) {
    Stream<Tree> extended = Stream.ofNullable(type.getExtendsClause());
    return Stream.concat(extended, type.getImplementsClause().stream())
        .map(TestClasses::simpleName);
  }

  private static Stream<ClassTree> nested(ClassTree type) {
    return type.getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast);
  }

  private static Stream<String> annotations(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .map(AnnotationTree::getAnnotationType)
        .map(TestClasses::simpleName);
  }

  private static String nameOf(ClassTree type) {
    return type.getSimpleName().toString();
  }

  private static String simpleName(Tree type) {
    Tree raw = type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
    String name = raw.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
