package dev.wakerobin.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/// The pages of the API, which the standard doclet has written into a folder of the site.
final class ApiPages {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private final Path folder;
  private final String prefix;
  private final Map<String, String> modules = new HashMap<>(); // By package.
  private final Map<Path, Set<String>> ids = new HashMap<>();

  /// Of the pages in that folder, which may be missing.
  ///
  /// @param prefix how the pages of the book lead there, such as `api/`
  ApiPages(Path folder, String prefix) throws IOException {
    this.folder = folder;
    this.prefix = prefix;
    Path list = folder.resolve("element-list");
    if (Files.exists(list)) {
      String module = "";
      for (String line : Files.readAllLines(list)) {
        if (line.startsWith("module:")) {
          module = line.substring("module:".length()) + "/";
        } else {
          modules.put(line, module);
        }
      }
    }
  }

  /// The address of what is written about that, if something is.
  Optional<String> of(Element element) {
    Element type = element;
    while (type != null && !(type instanceof TypeElement)) {
      type = type.getEnclosingElement();
    }
    if (type == null) {
      return Optional.empty();
    }
    String name = type.getSimpleName().toString();
    Element around = type.getEnclosingElement();
    while (around instanceof TypeElement) {
      name = around.getSimpleName() + "." + name;
      around = around.getEnclosingElement();
    }
    if (!(around instanceof PackageElement in)
        || !modules.containsKey(in.getQualifiedName().toString())) {
      return Optional.empty();
    }
    String packageName = in.getQualifiedName().toString();
    String page = modules.get(packageName) + packageName.replace('.', '/') + "/" + name + ".html";
    Path file = folder.resolve(page);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String id = id(element);
    boolean there = ids.computeIfAbsent(file, ApiPages::idsIn).contains(Html.escaped(id));
    return Optional.of(prefix + page + (there ? "#" + encoded(id) : ""));
  }

  private static Set<String> idsIn(Path file) {
    try {
      return ID.matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(HashSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String id(Element element) {
    return switch (element) {
      case ExecutableElement method ->
          (method.getKind() == ElementKind.CONSTRUCTOR ? "<init>" : method.getSimpleName())
              + "("
              + parameters(method)
              + ")";
      case VariableElement field -> field.getSimpleName().toString();
      default -> "";
    };
  }

  private static String parameters(ExecutableElement method) {
    List<String> types = method.getParameters().stream().map(each -> name(each.asType())).toList();
    String all = String.join(",", types);
    return method.isVarArgs() ? all.replaceAll("\\[]$", "...") : all;
  }

  private static String name(TypeMirror type) {
    return switch (type) {
      case DeclaredType declared ->
          ((TypeElement) declared.asElement()).getQualifiedName().toString();
      case ArrayType array -> name(array.getComponentType()) + "[]";
      case TypeVariable variable -> variable.asElement().getSimpleName().toString();
      default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String encoded(String id) {
    Matcher odd = Pattern.compile("[<>\\[\\]]").matcher(id);
    return odd.replaceAll(match -> "%%%02X".formatted((int) match.group().charAt(0)));
  }
}
