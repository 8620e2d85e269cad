package dev.wakerobin.book;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// Renders the Markdown of a page. One object a page: a term is linked where the page first has it.
final class Prose {
  static final char HOLE = '\uE000';
  static final char END_OF_HOLE = '\uE001';

  private static final Pattern HOLES = Pattern.compile(HOLE + "(\\d+)" + END_OF_HOLE);
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Links links;
  private final Terms terms;
  private final HtmlRenderer renderer;

  Prose(Links links, Terms terms) {
    this.links = links;
    this.terms = terms;
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
    checkLinks(document, comment);
    terms.link(document);
    return filled(renderer.render(document), comment);
  }

  /// Markdown that is no comment, such as a definition of the glossary.
  String html(String markdown) {
    return renderer.render(PARSER.parse(markdown));
  }

  /// A line of Markdown, without a paragraph around it.
  String inline(String markdown) {
    return html(markdown).strip().replaceAll("^<p>|</p>$", "");
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

  /// A page must not need the network: what leads out of it says so, and images are not to be had.
  private void checkLinks(Node document, Comment comment) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            links.complain(
                comment,
                image.getDestination(),
                "no images: a page must not need the network; draw it in a fence");
          }

          @Override
          public void visit(Link link) {
            String to = link.getDestination();
            if (!to.startsWith("https://") && !to.startsWith("#") && !links.hasPage(to)) {
              links.complain(
                  comment, to, "the link '" + to + "' leads nowhere: there are " + links.pages());
            }
            visitChildren(link);
          }

          @Override
          public void visit(Text text) {
            Matcher open = Pattern.compile("\\{@\\w*").matcher(text.getLiteral());
            if (open.find()) {
              links.complain(comment, open.group(), "the tag '" + open.group() + "' is not closed");
            }
          }
        });
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

  /// Fences: code of another language, drawings, and the map of a future's life. Headings: each has
  /// an address.
  private record Fences(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class, Heading.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof FencedCodeBlock fence) {
        String text = fence.getLiteral();
        context.getWriter().line();
        context.getWriter().raw(LifeMap.of(text).orElseGet(() -> fence(fence.getInfo(), text)));
        context.getWriter().line();
      } else if (node instanceof Heading heading) {
        String tag = "h" + heading.getLevel();
        String id = Html.slug(text(heading).replaceAll(HOLES.pattern(), ""));
        context.getWriter().line();
        context.getWriter().raw("<" + tag + " id=\"" + id + "\">");
        for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
          context.render(child);
        }
        context.getWriter().raw("</" + tag + ">");
        context.getWriter().line();
      }
    }

    private static String fence(String language, String text) {
      String kind = language.isEmpty() ? "drawing" : "foreign " + Html.escaped(language);
      return "<pre class=\"" + kind + "\" tabindex=\"0\">" + Html.escaped(text) + "</pre>";
    }
  }
}
