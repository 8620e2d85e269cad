package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The machines that async bodies become, beside their source: those of a class file, or of all
/// classes of a chapter.
///
/// @param classFiles where they are
record Explanation(List<Path> classFiles) {
  private static final String TRY = "try: ./wakerobin explain build/Hello.class";
  private static final int MOST_METHODS = 8;

  /// Of what the word means: a chapter's number, or a file.
  static Explanation of(String word, Book book) throws Complaint {
    return word.matches("\\d+") ? ofChapter(word, book) : ofFile(word);
  }

  private static Explanation ofChapter(String word, Book book) throws Complaint {
    for (Chapter chapter : book.chapters()) {
      if (String.valueOf(chapter.heading().number()).equals(word)) {
        List<Path> awaiting = awaiting(chapter);
        if (awaiting.isEmpty()) {
          String some = some(book);
          throw new Complaint(
              "no async body in chapter " + word,
              "chapters with some: " + (some.isEmpty() ? "none yet" : some),
              some.isEmpty() ? TRY : "try: ./wakerobin explain " + some.split(",", 2)[0]);
        }
        return new Explanation(awaiting);
      }
    }
    throw new Complaint(
        "no chapter '" + word + "'", "chapters: " + book.numbers(), "try: ./wakerobin list");
  }

  /// The numbers of those that have one.
  private static String some(Book book) throws Complaint {
    StringBuilder numbers = new StringBuilder();
    for (Chapter chapter : book.chapters()) {
      if (!awaiting(chapter).isEmpty()) {
        numbers.append(numbers.isEmpty() ? "" : ", ").append(chapter.heading().number());
      }
    }
    return numbers.toString();
  }

  /// The class files of a chapter that have something in them to be explained.
  private static List<Path> awaiting(Chapter chapter) throws Complaint {
    try {
      return ClassFiles.of(chapter.getClass()).stream()
          .filter(file -> dev.wakerobin.async.Explain.isNeeded(bytes(file)))
          .toList();
    } catch (IOException e) {
      throw new Complaint(
          "the classes of chapter " + chapter.heading().number() + " cannot be read: " + e,
          "they are looked for where the book was compiled to",
          TRY);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Explanation ofFile(String word) throws Complaint {
    Path file = path(word);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Complaint(
          "'" + word + "' cannot be read: " + e.getMessage(), "is it yours to read?", TRY);
    }
    try {
      if (!dev.wakerobin.async.Explain.isNeeded(bytes)) {
        throw new Complaint("nothing awaits in '" + word + "'", methods(bytes), TRY);
      }
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          "'" + word + "' is no class file",
          word.endsWith(".java")
              ? "compile it: javac -g -d build … " + word + "; then name its class file"
              : "a class file is what javac writes: Hello.class",
          TRY);
    }
    return new Explanation(List.of(file));
  }

  private static Path path(String word) throws Complaint {
    try {
      Path file = Path.of(word);
      if (Files.isDirectory(file)) {
        throw new Complaint("'" + word + "' is a folder", "name a class file in it", TRY);
      }
      if (Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // A name that no file can have.
    }
    throw new Complaint(
        "no file '" + word + "'", "explain takes a class file, or the number of a chapter", TRY);
  }

  private static String methods(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    String names =
        model.methods().stream()
            .map(method -> method.methodName().stringValue())
            .filter(name -> !name.startsWith("<") && !name.startsWith("lambda$"))
            .distinct()
            .limit(MOST_METHODS)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "it has no methods" : "its methods: " + names;
  }

  /// The machines, each under its title.
  ///
  /// @throws IOException if a file is gone meanwhile
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : classFiles) {
      byte[] bytes = Files.readAllBytes(file);
      text.append(text.isEmpty() ? "" : "\n")
          .append(dev.wakerobin.async.Explain.of(bytes, source(file, bytes)));
    }
    return text.toString();
  }

  /// The lines of its source file; none if it is nowhere to be found.
  private static List<String> source(Path file, byte[] bytes) throws IOException {
    ClassModel model = ClassFile.of().parse(bytes);
    var attribute = model.findAttribute(Attributes.sourceFile());
    if (attribute.isEmpty()) {
      return List.of();
    }
    String type = model.thisClass().asInternalName();
    String source = attribute.get().sourceFile().stringValue();
    Path found = ClassFiles.source(file, type, source);
    try {
      return Files.isRegularFile(found) ? Files.readAllLines(found) : List.of();
    } catch (MalformedInputException _) {
      return List.of(); // Not in UTF-8; numbers alone will do.
    }
  }
}
