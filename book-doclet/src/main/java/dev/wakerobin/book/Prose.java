package dev.wakerobin.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Renders the Markdown of a page. One object a page: a term is linked where the page first has it.
final class Prose {
  static final char HOLE = '\uE000';
  static final char END_OF_HOLE = '\uE001';

  private static final Pattern HOLES = Pattern.compile(HOLE + "(\\d+)" + END_OF_HOLE);
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  /// What the frame of a page has called its own parts.
  private static final List<String> TAKEN = List.of("text", "search", "found", "theme");

  private final Links links;
  private final Terms terms;
  private final HtmlRenderer renderer;
  private final Map<String, String> headings = new HashMap<>(); // By address: where they stand.

  Prose(Links links, Terms terms) {
    this.links = links;
    this.terms = terms;
    TAKEN.forEach(id -> headings.put(id, "the page's own frame"));
    this.renderer =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .extensions(List.of(TablesExtension.create()))
            .nodeRendererFactory(Fences::new)
            .build();
  }

  /// The comment as HTML.
  String html(Comment comment) {
    Node document = PARSER.parse(comment.markdown());
    document.accept(new ProseCheck(comment.origin(), links, headings));
    terms.link(document);
    return filled(renderer.render(document), comment);
  }

  /// A text of an exercise.
  String html(Exercise.Text text) {
    return html(text.markdown(), text.origin());
  }

  /// Markdown that is no comment, such as a definition of the glossary.
  String html(String markdown, Origin origin) {
    Node document = PARSER.parse(markdown);
    document.accept(new ProseCheck(origin, links, headings));
    return renderer.render(document);
  }

  /// A line of Markdown, without a paragraph around it.
  String inline(String markdown) {
    return renderer.render(PARSER.parse(markdown)).strip().replaceAll("^<p>|</p>$", "");
  }

  private String filled(String html, Comment comment) {
    return HOLES
        .matcher(html)
        .replaceAll(
            hole ->
                Matcher.quoteReplacement(
                    link(comment.links().get(Integer.parseInt(hole.group(1))))));
  }

  private String link(Comment.Link link) {
    String label =
        link.label().isEmpty()
            ? "<code>" + Html.escaped(shortened(link.signature())) + "</code>"
            : inline(link.label());
    return link.target().map(element -> links.around(element, label)).orElse(label);
  }

  /// `Poll.Ready` of `dev.wakerobin.Poll.Ready`, `run()` of `#run()`.
  private static String shortened(String signature) {
    String name = signature.startsWith("#") ? signature.substring(1) : signature;
    return name.replaceFirst("^([a-z][\\p{Alnum}_]*\\.)+(?=[A-Z])", "").replace('#', '.');
  }

  /// What a heading is called in an address: its words, without those of Java.
  static String address(Heading heading) {
    return Html.slug(HOLES.matcher(text(heading)).replaceAll(""));
  }

  /// The plain text of a heading.
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text each) {
            text.append(each.getLiteral());
          }

          @Override
          public void visit(Code each) {
            text.append(each.getLiteral());
          }
        });
    return text.toString();
  }
}
