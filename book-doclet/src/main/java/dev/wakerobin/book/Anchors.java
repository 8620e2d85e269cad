package dev.wakerobin.book;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/// Where in the site each name of the book is defined.
final class Anchors {
  /// A place: a page and what it is called in it.
  record Place(String page, String id) {}

  private final Map<Element, Place> places = new HashMap<>();

  /// Of all that is declared in these files.
  static Anchors of(Sources sources) {
    Anchors anchors = new Anchors();
    Set<Place> taken = new HashSet<>();
    for (SourceFile file : sources.files()) {
      String page = Pages.of(file.packageName());
      new TreeMap<>(sources.names(file).declared())
          .values()
          .forEach(element -> anchors.places.put(element, free(page, id(element), taken)));
    }
    return anchors;
  }

  private static Place free(String page, String id, Set<Place> taken) {
    Place place = new Place(page, id);
    for (int i = 2; !taken.add(place); i++) {
      place = new Place(page, id + "-" + i);
    }
    return place;
  }

  private static String id(Element element) {
    Element around =
        Objects.requireNonNull(element.getEnclosingElement(), "only modules have none");
    String name =
        element.getKind() == ElementKind.CONSTRUCTOR
            ? around.getSimpleName().toString()
            : element.getSimpleName().toString();
    return around instanceof PackageElement || around.getSimpleName().isEmpty()
        ? name
        : id(around) + "." + name;
  }

  /// Where that is defined, if it is in the book.
  Optional<Place> of(Element element) {
    Place place = places.get(element);
    if (place == null && element.getEnclosingElement() != null) {
      Element around = element.getEnclosingElement();
      if (element.getKind() == ElementKind.CONSTRUCTOR) {
        place = places.get(around);
      } else if (around.getKind() == ElementKind.RECORD) {
        place = component(element, around);
      }
    }
    return Optional.ofNullable(place);
  }

  /// The accessor of a component is defined where the component is.
  private @Nullable Place component(Element accessor, Element type) {
    for (Element each : type.getEnclosedElements()) {
      if (each.getKind() == ElementKind.FIELD
          && each.getSimpleName().equals(accessor.getSimpleName())) {
        return places.get(each);
      }
    }
    return null;
  }
}
