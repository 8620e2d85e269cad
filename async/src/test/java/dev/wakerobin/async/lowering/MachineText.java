package dev.wakerobin.async.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the text of an explained machine as a program of labels and jumps.
final class MachineText {
  private static final Pattern ROW =
      Pattern.compile("(?:(\\w+):| ) *(.*?)(?:  // line (\\d+)(?:: .*)?)?");
  private static final Pattern GOTO = Pattern.compile("(?:^|.* )goto (\\w+);");
  private static final Pattern SAVED = Pattern.compile("(?U)this\\.([\\w$]+) = (?!null;)");
  private static final Pattern RESTORED = Pattern.compile("(?U) = this\\.([\\w$]+);");
  private static final Pattern CAUGHT = Pattern.compile("} catch \\((\\S+) thrown\\) goto (\\w+);");

  private record Row(String text, int line) {}

  private record Try(int from, int to, String type, String target) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<Try> tries = new ArrayList<>();
  private final Facts facts = new Facts();

  private MachineText() {}

  static Facts read(String text) {
    MachineText machine = new MachineText();
    text.lines().forEach(machine::add);
    machine.findTries();
    machine.findFacts();
    return machine.facts;
  }

  /// The source lines that stand beside it.
  static Set<Integer> lines(String text) {
    return text.lines()
        .map(ROW::matcher)
        .filter(row -> row.matches() && row.group(3) != null)
        .map(row -> Integer.valueOf(row.group(3)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(String line) {
    Matcher parts = ROW.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("no row: " + line);
    }
    if (parts.group(1) != null) {
      Integer other = labels.put(parts.group(1), rows.size());
      if (other != null) {
        throw new AssertionError("label twice: " + parts.group(1));
      }
    }
    int above = rows.isEmpty() ? 0 : rows.getLast().line;
    rows.add(
        new Row(
            parts.group(2).strip(),
            parts.group(3) == null ? above : Integer.parseInt(parts.group(3))));
  }

  /// A `try` ends where the `} catch` stands that has it open.
  private void findTries() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < rows.size(); at++) {
      Matcher caught = CAUGHT.matcher(rows.get(at).text);
      if (rows.get(at).text.equals("try {")) {
        open.push(at);
      } else if (caught.matches()) {
        tries.add(new Try(open.pop(), at, caught.group(1), caught.group(2)));
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("a try without its catch: " + rows);
    }
  }

  private void findFacts() {
    int start = labels.get("start");
    facts.next().put(0, next(start));
    for (int number = 1; labels.containsKey("await" + number); number++) {
      int at = labels.get("await" + number);
      int end = at;
      while (!rows.get(end).text.equals("}")) {
        end++;
      }
      facts.next().put(number, next(end + 1));
      facts.lines().put(number, rows.get(at).line);
      facts.handlers().put(number, new ArrayList<>());
      for (Try each : tries) { // In the order of their ends, so the inner come first.
        if (each.from < at && at < each.to) {
          facts.handlers().get(number).add(each.type);
        }
      }
      names(SAVED, text(at + 1, end), number, facts.saved());
      names(RESTORED, dispatch("case " + number + ": "), number, facts.restored());
    }
  }

  private String text(int from, int to) {
    return rows.subList(from, to).stream().map(Row::text).collect(Collectors.joining(" ", " ", ""));
  }

  /// A case, up to its jump.
  private String dispatch(String which) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).text.startsWith(which)) {
        int end = at;
        while (!GOTO.matcher(rows.get(end).text).matches()) {
          end++;
        }
        return text(at, end + 1);
      }
    }
    throw new AssertionError("no " + which);
  }

  private static void names(
      Pattern pattern, String text, int number, Map<Integer, Set<String>> into) {
    into.put(number, new TreeSet<>());
    for (MatchResult each : pattern.matcher(text).results().toList()) {
      if (!each.group(1).equals("awaiting")) {
        Facts.add(into, number, each.group(1));
      }
    }
  }

  /// Follows every way from a row on, until something happens.
  private Set<String> next(int from) {
    Set<String> found = new TreeSet<>();
    BitSet seen = new BitSet();
    Deque<Integer> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      int at = left.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      String text = rows.get(at).text;
      if (text.startsWith("if (!(awaited.poll(cx)")) {
        found.add("await " + text.replaceFirst(".*\\(var value(\\d+)\\).*", "$1"));
      } else if (text.contains("return Poll.ready(")) {
        found.add("return");
      } else if (text.startsWith("throw ")) {
        found.add("throw");
      } else {
        left.addAll(successors(at, text));
      }
    }
    return found;
  }

  private List<Integer> successors(int at, String text) {
    List<Integer> next = new ArrayList<>();
    if (text.startsWith("} catch")) {
      next.add(at + 1);
      return next;
    }
    Matcher jump = GOTO.matcher(text);
    boolean jumps = jump.matches();
    if (jumps) {
      next.add(labels.get(jump.group(1)));
    }
    if (!jumps || text.startsWith("if (") || text.startsWith("case ")) {
      next.add(at + 1);
    }
    return next;
  }
}
