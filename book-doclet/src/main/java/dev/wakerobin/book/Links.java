package dev.wakerobin.book;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;

/// How the names on a page become links: to the book, to the pages of the API, or, for those of the
/// JDK, to nothing but their full name.
///
/// @param page the page on which the links stand
/// @param all the pages that there are
/// @param addresses where links that the text spells out wait to be checked
record Links(
    String page,
    Set<String> all,
    Anchors anchors,
    ApiPages api,
    Addresses addresses,
    Faults faults) {

  /// The same on another page.
  Links on(String other) {
    return new Links(other, all, anchors, api, addresses, faults);
  }

  /// A link around that, if there is a place for it to lead to.
  String around(Element element, String html) {
    Optional<Anchors.Place> place = anchors.of(element).filter(p -> all.contains(p.page()));
    if (place.isPresent()) {
      String other = place.get().page().equals(page) ? "" : place.get().page();
      return "<a href=\"%s#%s\">%s</a>".formatted(other, Html.escaped(place.get().id()), html);
    }
    Optional<String> address = api.of(element);
    if (address.isPresent()) {
      return "<a class=\"api\" href=\"%s\">%s</a>".formatted(Html.escaped(address.get()), html);
    }
    if (element instanceof QualifiedNameable named && element.getKind().isDeclaredType()) {
      String name = Html.escaped(named.getQualifiedName().toString());
      return "<span title=\"%s\">%s</span>".formatted(name, html);
    }
    return html;
  }

  /// What an element that is declared here is called in its page.
  Optional<String> id(Element element) {
    return anchors.of(element).map(Anchors.Place::id);
  }

  /// Complains about a piece of a text.
  void complain(Origin origin, String piece, String what) {
    faults.add(origin.file(), origin.lineOf(piece), what);
  }
}
