package dev.wakerobin.book;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.wakerobin.book.TranscriptFile.Passage;
import dev.wakerobin.book.TranscriptFile.Printed;
import dev.wakerobin.book.TranscriptFile.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/// Which section printed what: the chapter says `page.program(Chapter01::byHand)`, so what was
/// printed there belongs to the section of `byHand`.
final class Programs {
  private static final String PREDICT = "Predict";

  private final Chapter chapter;
  private final Names names;
  private final List<Passage> passages;
  private final Map<Piece, List<Printed>> printed = new HashMap<>();

  Programs(Chapter chapter, Names names, List<Passage> passages, Faults faults) {
    this.chapter = chapter;
    this.names = names;
    this.passages = passages;
    Optional<Piece> latest = Optional.empty();
    for (Passage passage : passages) {
      if (passage instanceof Printed each) {
        Optional<Piece> before = latest;
        latest = section(each.line()).or(() -> before);
        if (latest.isPresent()) {
          printed.computeIfAbsent(latest.get(), _ -> new ArrayList<>()).add(each);
        } else {
          faults.add(
              chapter.main().name(),
              each.line(),
              "no section is about the program that is run here: write /// ## above its method");
        }
      }
    }
  }

  /// What the program of that section printed, run by run.
  List<Printed> of(Piece piece) {
    return printed.getOrDefault(piece, List.of());
  }

  /// The question that the page asks, if it does.
  Optional<Said> question() {
    return passages.stream()
        .filter(Said.class::isInstance)
        .map(Said.class::cast)
        .filter(said -> said.catchword().equals(PREDICT))
        .findFirst();
  }

  /// What came after the question, up to the next catchword: the answer.
  List<Passage> answer() {
    List<Passage> answer = new ArrayList<>();
    boolean isAsked = false;
    for (Passage passage : passages) {
      if (passage instanceof Said said && !said.catchword().isEmpty()) {
        if (isAsked) {
          return answer;
        }
        isAsked = said.catchword().equals(PREDICT);
      } else if (isAsked) {
        answer.add(passage);
      }
    }
    return answer;
  }

  private Optional<Piece> section(int line) {
    SourceFile file = chapter.main();
    List<MethodInvocationTree> calls = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("program")
            && file.firstLine(call) <= line
            && line <= file.lastLine(call)) {
          calls.add(call);
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(file.unit(), null);
    return calls.isEmpty() ? Optional.empty() : sectionRunBy(calls.getLast());
  }

  private Optional<Piece> sectionRunBy(MethodInvocationTree call) {
    int from = chapter.main().start(call);
    int to = chapter.main().end(call);
    for (Element element : new TreeMap<>(names.used()).subMap(from, to).values()) {
      if (element instanceof ExecutableElement) {
        Optional<Piece> piece = pieceOf(element.getSimpleName().toString(), element);
        if (piece.isPresent()) {
          return piece;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Piece> pieceOf(String method, Element element) {
    Element around = element.getEnclosingElement();
    Name main = chapter.main().type().orElseThrow().getSimpleName();
    if (around == null || !around.getSimpleName().equals(main)) {
      return Optional.empty();
    }
    for (Piece piece : chapter.sections()) {
      for (Tree tree : piece.trees()) {
        if (tree instanceof MethodTree member && member.getName().contentEquals(method)) {
          return Optional.of(piece);
        }
      }
    }
    return Optional.empty();
  }
}
