package dev.wakerobin.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/// A chapter: its main class, and the classes that come with it in the same package.
///
/// @param main the file `ChapterNN.java`
/// @param pieces of the main class
/// @param companions the other files, by name
record Chapter(
    int number,
    String title,
    SourceFile main,
    List<Piece> pieces,
    Map<String, Companion> companions) {
  private static final Pattern TITLE = Pattern.compile("(?m)^# (\\d+)\\. (.+)$");

  /// Of the program that a chapter is, these members are not part: its name, and its telling.
  private static final Set<String> FRAME = Set.of("heading", "tell");

  /// A class beside the main one.
  ///
  /// @param isText whether it is a part of the text, or a helper to be looked up
  record Companion(String name, SourceFile file, List<Piece> pieces, boolean isText) {
    Optional<Comment> comment() {
      return pieces.getFirst().comment();
    }
  }

  /// The chapter of that package, if it is one.
  static Optional<Chapter> of(Sources sources, String packageName, Faults faults) {
    List<SourceFile> files =
        sources.files().stream()
            .filter(file -> Pages.isToldIn(file.packageName(), packageName))
            .filter(file -> file.type().isPresent())
            .toList();
    String simple = packageName.substring(packageName.lastIndexOf('.') + 1);
    String wanted = simple.replace("chapter", "Chapter") + ".java";
    Optional<SourceFile> main =
        files.stream().filter(file -> file.simpleName().equals(wanted)).findFirst();
    if (main.isEmpty()) {
      faults.add(packageName, 0, "a chapter begins with its " + wanted + ", and there is none");
      return Optional.empty();
    }
    List<Piece> pieces = pieces(sources, main.get(), faults);
    String intro = pieces.getFirst().comment().map(Comment::markdown).orElse("");
    Matcher title = TITLE.matcher(intro);
    if (!title.find()) {
      faults.add(
          main.get().name(),
          main.get().commentLine(main.get().type().orElseThrow()),
          "a chapter begins with its number and title: /// # 7. A title");
      return Optional.empty();
    }
    if (!wanted.equals("Chapter%02d.java".formatted(Integer.parseInt(title.group(1))))) {
      faults.add(
          main.get().name(),
          main.get().origin(main.get().type().orElseThrow()).lineOf(title.group()),
          "the title says %s, and the package is %s: make them the same"
              .formatted(title.group(1), simple));
      return Optional.empty();
    }
    String named = raw(main.get());
    Map<String, Companion> companions = new HashMap<>();
    for (SourceFile file : files) {
      if (file != main.get()) {
        String name = file.type().orElseThrow().getSimpleName().toString();
        List<Piece> its = pieces(sources, file, faults);
        boolean hasHeading = its.getFirst().comment().filter(Comment::hasHeading).isPresent();
        boolean isText = hasHeading || Pattern.compile("\\b" + name + "\\b").matcher(named).find();
        companions.put(name, new Companion(name, file, its, isText));
      }
    }
    return Optional.of(
        new Chapter(
            Integer.parseInt(title.group(1)),
            title.group(2),
            main.get(),
            pieces,
            Map.copyOf(companions)));
  }

  /// The comment above the main class, as it stands in the file.
  private static String raw(SourceFile main) {
    ClassTree type = main.type().orElseThrow();
    return String.join(
        "\n", main.lines().subList(main.commentLine(type) - 1, main.firstLine(type) - 1));
  }

  private static List<Piece> pieces(Sources sources, SourceFile file, Faults faults) {
    return new Pieces(sources, file, faults).of(file.type().orElseThrow());
  }

  /// Where its title stands.
  int titleLine() {
    return main.origin(main.type().orElseThrow()).lineOf("# " + number + ".");
  }

  String page() {
    return Pages.ofChapter(number);
  }

  /// The pieces that are sections, in their order: all but the first.
  List<Piece> sections() {
    return pieces.subList(1, pieces.size());
  }

  /// Whether a piece is part of the program, and not of its telling.
  static boolean isProgram(Piece piece) {
    return piece.trees().isEmpty()
        || !(piece.trees().getFirst() instanceof MethodTree method
            && FRAME.contains(method.getName().toString()));
  }

  /// The classes that this piece names, in the order in which the text names them.
  List<Companion> usedIn(Piece piece, Names names) {
    Set<String> used = new HashSet<>();
    for (int line : piece.lines()) {
      int from = piece.file().startOfLine(line);
      int to = from + piece.file().lines().get(line - 1).length();
      for (Map.Entry<Integer, Element> name : names.used().entrySet()) {
        if (name.getKey() >= from && name.getKey() < to) {
          used.add(outermost(name.getValue()));
        }
      }
    }
    List<Companion> found = new ArrayList<>();
    for (Companion companion : companions.values()) {
      if (used.contains(companion.name) && companion.file != piece.file()) {
        found.add(companion);
      }
    }
    found.sort(Comparator.comparingInt(this::firstNamed).thenComparing(Companion::name));
    return found;
  }

  private int firstNamed(Companion companion) {
    Matcher name = Pattern.compile("\\b" + companion.name + "\\b").matcher(main.text());
    return name.find() ? name.start() : Integer.MAX_VALUE;
  }

  /// The simple name of the class of this chapter around that; empty if it is elsewhere.
  private String outermost(Element element) {
    Element at = element;
    while (at.getEnclosingElement() != null
        && !(at.getEnclosingElement() instanceof PackageElement)) {
      at = at.getEnclosingElement();
    }
    boolean isHere =
        at.getEnclosingElement() instanceof PackageElement in
            && Pages.isToldIn(in.getQualifiedName().toString(), main.packageName());
    return isHere ? at.getSimpleName().toString() : "";
  }
}
