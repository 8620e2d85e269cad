package dev.wakerobin.book;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import jdk.javadoc.doclet.Doclet;
import jdk.javadoc.doclet.DocletEnvironment;
import jdk.javadoc.doclet.Taglet;
import org.jspecify.annotations.Nullable;

/// Figures of the book on the pages of the API:
///
/// ```
///   {@figure life}                the map of a future's life
///   {@figure life pending woken}  the same with these stations lit
///   {@figure timeline 5 1}        what program 1 of chapter 5 did when these pages were made
/// ```
///
/// Whatever it cannot draw is an error in that line.
public final class FigureTaglet implements Taglet {
  private @Nullable DocletEnvironment environment;
  private @Nullable ApiDoclet doclet;

  /// To be made by the documentation tool.
  public FigureTaglet() {}

  @Override
  public void init(DocletEnvironment environment, Doclet doclet) {
    this.environment = environment;
    if (!(doclet instanceof ApiDoclet ours)) {
      throw new IllegalArgumentException("figures need -doclet " + ApiDoclet.class.getName());
    }
    this.doclet = ours;
  }

  @Override
  public String getName() {
    return "figure";
  }

  @Override
  public Set<Location> getAllowedLocations() {
    return EnumSet.allOf(Location.class);
  }

  @Override
  public boolean isInlineTag() {
    return true;
  }

  @Override
  public String toString(List<? extends DocTree> tags, Element element) {
    if (environment == null || doclet == null) {
      throw new IllegalStateException("a taglet is initialised before it is used");
    }
    StringBuilder html = new StringBuilder();
    for (DocTree tag : tags) {
      if (tag instanceof UnknownInlineTagTree figure) {
        try {
          String toSite = toSite(element, environment.getElementUtils());
          html.append(figure(words(figure), toSite, doclet));
        } catch (IllegalArgumentException wrong) {
          doclet.complain(
              path(element, tag, environment.getDocTrees()),
              element,
              String.valueOf(wrong.getMessage()));
        }
      }
    }
    return html.toString();
  }

  private static List<String> words(UnknownInlineTagTree tag) {
    StringBuilder text = new StringBuilder();
    tag.getContent().forEach(text::append);
    return Arrays.asList(text.toString().strip().split("\\s+"));
  }

  private static String figure(List<String> words, String toSite, ApiDoclet doclet) {
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "life" -> "<figure class=\"life\">" + LifeMap.lit(rest) + "</figure>";
      case "timeline" -> CapturedTimeline.of(rest, doclet.transcripts()).html(toSite);
      default ->
          throw new IllegalArgumentException(
              "no figure '%s': there is 'life', and 'timeline'".formatted(words.getFirst()));
    };
  }

  /// From the page of that element to the folder of the site: out of its packages, its module if it
  /// has one, and the folder of the API.
  private static String toSite(Element element, Elements elements) {
    PackageElement in = elements.getPackageOf(element);
    ModuleElement module = elements.getModuleOf(element);
    int packages = in == null ? 0 : in.getQualifiedName().toString().split("\\.").length;
    int modules = module == null || module.isUnnamed() ? 0 : 1;
    return "../".repeat(packages + modules + 1);
  }

  private static Optional<DocTreePath> path(Element element, DocTree tag, DocTrees trees) {
    TreePath path = trees.getPath(element);
    DocCommentTree comment = trees.getDocCommentTree(element);
    return path == null || comment == null
        ? Optional.empty()
        : Optional.ofNullable(DocTreePath.getPath(path, comment, tag));
  }
}
