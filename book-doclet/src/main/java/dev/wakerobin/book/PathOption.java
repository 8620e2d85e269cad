package dev.wakerobin.book;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import jdk.javadoc.doclet.Doclet;

/// An option of a doclet with a path behind it.
///
/// @param given is told the path
record PathOption(String name, String description, Consumer<Path> given) implements Doclet.Option {

  @Override
  public int getArgumentCount() {
    return 1;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public Kind getKind() {
    return Kind.STANDARD;
  }

  @Override
  public List<String> getNames() {
    return List.of(name);
  }

  @Override
  public String getParameters() {
    return "<path>";
  }

  @Override
  public boolean process(String option, List<String> arguments) {
    given.accept(Path.of(arguments.getFirst()));
    return true;
  }
}
