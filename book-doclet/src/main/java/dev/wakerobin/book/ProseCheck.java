package dev.wakerobin.book;

import static dev.wakerobin.tutorial.command.Main.verbs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/// Looks for what is wrong with a text: Markdown forgives everything, and shows what it did not
/// understand as it stands.
final class ProseCheck extends AbstractVisitor {
  /// What opens and was not closed. Were it closed, it would be no text.
  private static final Pattern OPEN =
      Pattern.compile("\\{@\\w*|`+|\\*\\*|\\*(?=\\p{L})|(?<=\\p{L})\\*|[\\[\\]]");

  /// A chapter that is mentioned.
  private static final Pattern CHAPTER = Pattern.compile("\\b[Cc]hapter (\\d{1,2})\\b");

  /// A command that is to be typed, and the chapter that it is about.
  private static final Pattern COMMAND =
      Pattern.compile("\\./wakerobin ([a-z]+)(?: (\\d{1,2})\\b)?.*", Pattern.DOTALL);

  private static final Set<String> OF_A_CHAPTER = Set.of("run", "race", "trace", "explain");

  private final Origin origin;
  private final Links links;
  private final Map<String, String> headings;

  /// @param headings of the page, by address, with where they stand; those of this text are added
  ProseCheck(Origin origin, Links links, Map<String, String> headings) {
    this.origin = origin;
    this.links = links;
    this.headings = headings;
  }

  @Override
  public void visit(Image image) {
    complain(
        image.getDestination(), "no images: a page must not need the network; draw it in a fence");
  }

  @Override
  public void visit(Link link) {
    String to = link.getDestination();
    if (!to.startsWith("https://")) {
      links.addresses().lead(links.page(), to, origin.file(), origin.lineOf("(" + to));
    }
    visitChildren(link);
  }

  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    Matcher open = OPEN.matcher(literal);
    if (open.find()) {
      complain(literal.strip(), notClosed(open.group()));
    }
    CHAPTER.matcher(literal).results().forEach(found -> leadTo(found.group(1), literal.strip()));
  }

  private static String notClosed(String piece) {
    return switch (piece.charAt(0)) {
      case '{' -> "the tag '" + piece + "' is not closed: put a } behind it";
      case '[', ']' ->
          "the '" + piece + "' is no part of a link: close it, or put it into backticks";
      default -> "the '" + piece + "' is not closed: put another one behind what it is about";
    };
  }

  private void leadTo(String chapter, String piece) {
    String page = "chapter%02d.html".formatted(Integer.parseInt(chapter));
    links.addresses().lead(links.page(), page, origin.file(), origin.lineOf(piece));
  }

  @Override
  public void visit(Code code) {
    Matcher command = COMMAND.matcher(code.getLiteral());
    if (!command.matches()) {
      return;
    }
    if (!verbs().contains(command.group(1))) {
      complain(
          code.getLiteral(),
          "no command '%s': there is %s".formatted(command.group(1), String.join(", ", verbs())));
    } else if (command.group(2) != null && OF_A_CHAPTER.contains(command.group(1))) {
      leadTo(command.group(2), code.getLiteral());
    }
  }

  @Override
  public void visit(Heading heading) {
    String id = Prose.address(heading);
    String title = Prose.text(heading);
    String sign = "#".repeat(heading.getLevel()) + " ";
    if (id.isEmpty()) {
      complain(sign, "a heading without a word has no address: say what the section is about");
    } else {
      String before = headings.putIfAbsent(id, origin.shortly(sign + title));
      if (before != null) {
        complain(
            sign + title,
            "a second '%s' on this page, after that of %s: links could not tell them apart; give"
                    .formatted(title, before)
                + " one of them another title");
      }
    }
    visitChildren(heading);
  }

  @Override
  public void visit(FencedCodeBlock fence) {
    if (fence.getClosingFenceLength() == null) {
      List<SourceSpan> spans = fence.getSourceSpans();
      Origin below = origin.plus(spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
      links.complain(
          below, "```", "the fence is not closed: end it with a line ```, or all below is code");
    } else if (LifeMap.isMeant(fence.getLiteral()) && LifeMap.of(fence.getLiteral()).isEmpty()) {
      complain(
          fence.getLiteral().lines().findFirst().orElse("```"),
          "this is not quite the map of a future's life: copy it from another chapter, and put the"
              + " stations in capitals that this one is about");
    }
  }

  private void complain(String piece, String what) {
    links.complain(origin, piece, what);
  }
}
