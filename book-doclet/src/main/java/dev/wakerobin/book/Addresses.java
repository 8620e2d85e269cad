package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the links in the text lead. Whether there is such a place is known only when every page is
/// written, so they wait here until then.
final class Addresses {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  /// A link.
  ///
  /// @param page on which it stands
  /// @param to as it is written: `chapter02.html#delay`, `#delay`
  private record Lead(String page, String to, String file, int line) {}

  private final List<Lead> leads = new ArrayList<>();

  /// There is a link in that line.
  void lead(String page, String to, String file, int line) {
    leads.add(new Lead(page, to, file, line));
  }

  /// Complains about each link that leads nowhere, and about a place that is there twice.
  void check(List<Page> pages, Faults faults) {
    Map<String, Set<String>> ids = new HashMap<>();
    for (Page page : pages) {
      ids.put(page.file(), idsOf(page, faults));
    }
    for (Lead lead : leads) {
      String[] parts = lead.to.split("#", 2);
      String page = parts[0].isEmpty() ? lead.page : parts[0];
      Set<String> there = ids.get(page);
      if (there == null) {
        String all = String.join(", ", new TreeSet<>(ids.keySet()));
        complain(lead, "there are " + all, faults);
      } else if (parts.length > 1 && !there.contains(Html.escaped(parts[1]))) {
        complain(lead, "nothing on " + page + nearest(parts[1], there), faults);
      }
    }
  }

  private static void complain(Lead lead, String what, Faults faults) {
    faults.add(lead.file, lead.line, "the link '" + lead.to + "' leads nowhere: " + what);
  }

  private static String nearest(String id, Set<String> there) {
    List<String> alike =
        there.stream()
            .filter(each -> each.startsWith(id) || (id.startsWith(each) && each.length() > 3))
            .sorted()
            .toList();
    return " is called '" + id + "'" + (alike.isEmpty() ? "" : "; try #" + alike.getFirst());
  }

  private static Set<String> idsOf(Page page, Faults faults) {
    Set<String> ids = new HashSet<>();
    Matcher matcher = ID.matcher(page.document(List.of(page)));
    while (matcher.find()) {
      if (!ids.add(matcher.group(1)) && faults.all().isEmpty()) { // Else somebody knows the line.
        faults.add(
            page.file(), 0, "two things are called '" + matcher.group(1) + "': rename one of them");
      }
    }
    return ids;
  }
}
