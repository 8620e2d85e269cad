package dev.wakerobin.book;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Makes links to the glossary: each term once a page, where the page first has it.
final class Terms {
  private final Map<String, Pattern> patterns; // By the place in the glossary.
  private final Set<String> linked = new HashSet<>();
  private final Set<String> used;

  /// @param used where it is written down which terms were linked, for all pages
  Terms(Map<String, Pattern> patterns, Set<String> used) {
    this.patterns = patterns;
    this.used = used;
  }

  /// Links the terms in the paragraphs of that text.
  void link(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            // The address of a heading should not change with the glossary.
          }

          @Override
          public void visit(Link link) {
            // A link within a link is none.
          }

          @Override
          public void visit(Text text) {
            linkIn(text);
          }
        });
  }

  private void linkIn(Text text) {
    for (Map.Entry<String, Pattern> term : patterns.entrySet()) {
      Matcher found = term.getValue().matcher(text.getLiteral());
      if (!linked.contains(term.getKey()) && found.find()) {
        linked.add(term.getKey());
        used.add(term.getKey());
        String literal = text.getLiteral();
        Link link = new Link(Pages.GLOSSARY + "#" + term.getKey(), null);
        link.appendChild(new Text(found.group()));
        Text rest = new Text(literal.substring(found.end()));
        text.setLiteral(literal.substring(0, found.start()));
        text.insertAfter(link);
        link.insertAfter(rest);
        linkIn(text);
        linkIn(rest);
        return;
      }
    }
  }
}
