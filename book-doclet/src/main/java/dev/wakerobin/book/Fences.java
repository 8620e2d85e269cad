package dev.wakerobin.book;

import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Fences: code of another language, drawings, and the map of a future's life. Headings: each has
/// an address.
record Fences(HtmlNodeRendererContext context) implements NodeRenderer {

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class, Heading.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof FencedCodeBlock fence) {
      String text = fence.getLiteral();
      context.getWriter().line();
      context.getWriter().raw(LifeMap.of(text).orElseGet(() -> fence(fence.getInfo(), text)));
      context.getWriter().line();
    } else if (node instanceof IndentedCodeBlock block) {
      context.getWriter().line();
      context.getWriter().raw(fence("", block.getLiteral().stripTrailing()));
      context.getWriter().line();
    } else if (node instanceof Heading heading) {
      String tag = "h" + heading.getLevel();
      context.getWriter().line();
      context.getWriter().raw("<" + tag + " id=\"" + Prose.address(heading) + "\">");
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
