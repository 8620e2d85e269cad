package dev.wakerobin.book;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.RawTextTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/// A comment of the book: Markdown, in which each link is a hole with a number, and what the tags
/// of the book say.
///
/// @param line where it begins
/// @param markdown with holes `\uE000n\uE001`
/// @param links what goes into the holes
/// @param tags the tags of the book with what follows them
record Comment(
    SourceFile file, int line, String markdown, List<Link> links, Map<String, String> tags) {
  /// A link to something that Java knows.
  ///
  /// @param label in Markdown; empty if the name itself is to be shown
  record Link(String signature, String label, Optional<Element> target, int line) {}

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,3} ");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\S[ \\t]*\\n[ \\t]*\\n[ \\t]*\\S");

  /// The comment above that tree, if there is one.
  static Optional<Comment> of(Sources sources, SourceFile file, Tree tree, Faults faults) {
    return sources
        .comment(file, tree)
        .map(doc -> new Reader(sources, file, tree, doc, faults).read());
  }

  /// Whether it is text of the book. A remark of one paragraph stays with the code.
  boolean isText() {
    return hasHeading() || PARAGRAPHS.matcher(markdown.strip()).find();
  }

  boolean hasHeading() {
    return HEADING.matcher(markdown).find();
  }

  /// A part of it: from there to there, in characters of its Markdown.
  Comment part(int from, int to) {
    int above = (int) markdown.substring(0, from).chars().filter(c -> c == '\n').count();
    return new Comment(file, line + above, markdown.substring(from, to), links, tags);
  }

  /// Where it stands.
  Origin origin() {
    return new Origin(file.name(), file.lines(), line);
  }

  /// Reads a comment.
  private static final class Reader {
    private final Sources sources;
    private final SourceFile file;
    private final Tree tree;
    private final DocCommentTree doc;
    private final Faults faults;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final int line;

    Reader(Sources sources, SourceFile file, Tree tree, DocCommentTree doc, Faults faults) {
      this.sources = sources;
      this.file = file;
      this.tree = tree;
      this.doc = doc;
      this.faults = faults;
      this.line = file.commentLine(tree);
    }

    Comment read() {
      StringBuilder markdown = new StringBuilder(markdown(doc.getFullBody()));
      for (DocTree tag : doc.getBlockTags()) {
        switch (tag) {
          case ParamTree param ->
              item(markdown, "`" + param.getName() + "`: ", param.getDescription());
          case ReturnTree returns -> item(markdown, "Answers ", returns.getDescription());
          case ThrowsTree thrown ->
              item(
                  markdown,
                  "Throws `" + thrown.getExceptionName().getSignature() + "` ",
                  thrown.getDescription());
          case UnknownBlockTagTree own -> ownTag(own);
          case BlockTagTree other -> complain("@" + other.getTagName(), other.getTagName());
          default -> complain(tag.toString(), tag.toString());
        }
      }
      return new Comment(file, line, markdown.toString(), List.copyOf(links), Map.copyOf(tags));
    }

    private void item(StringBuilder markdown, String lead, List<? extends DocTree> description) {
      String text = markdown(description).strip().replaceAll("\\n\\s*", " ");
      markdown.append("\n\n").append(lead).append(text);
    }

    private void ownTag(UnknownBlockTagTree tag) {
      String name = tag.getTagName();
      if (Tags.PLACES.containsKey(name)) {
        String words = markdown(tag.getContent()).strip();
        if (words.isEmpty() || tags.put(name, words) != null) {
          faults.add(
              file.name(), lineOf("@" + name), "@" + name + " is to be there once, with a word");
        }
        sources.tags().see(file, line, name);
      } else {
        complain("@" + name, name);
      }
    }

    private void complain(String shown, String searched) {
      faults.add(
          file.name(),
          lineOf(searched),
          "the book knows no tag '"
              + shown
              + "': there is @step-of, @timeline, @param, @return, @throws and {@link}");
    }

    private String markdown(List<? extends DocTree> pieces) {
      StringBuilder markdown = new StringBuilder();
      for (DocTree piece : pieces) {
        switch (piece) {
          case RawTextTree raw -> markdown.append(raw.getContent());
          case TextTree text -> markdown.append(text.getBody());
          case LiteralTree code -> markdown.append('`').append(code.getBody()).append('`');
          case LinkTree link -> {
            markdown.append(Prose.HOLE).append(links.size()).append(Prose.END_OF_HOLE);
            links.add(link(link));
          }
          default -> complain(piece.toString(), piece.toString().split("[\\s}]", 2)[0]);
        }
      }
      return markdown.toString();
    }

    private Link link(LinkTree link) {
      String signature = link.getReference().getSignature();
      DocTreePath path =
          new DocTreePath(new DocTreePath(sources.path(file, tree), doc), link.getReference());
      Element target = sources.trees().getElement(path);
      int at = lineOf(signature);
      if (target == null) {
        faults.add(
            file.name(),
            at,
            "the link '" + signature + "' leads nowhere: write what is there, or import it");
      }
      StringBuilder label = new StringBuilder();
      link.getLabel().forEach(label::append);
      return new Link(signature, label.toString(), Optional.ofNullable(target), at);
    }

    /// The first line of the comment that has that in it.
    private int lineOf(String piece) {
      for (int at = line; at < file.firstLine(tree); at++) {
        if (file.lines().get(at - 1).contains(piece)) {
          return at;
        }
      }
      return line;
    }
  }
}
