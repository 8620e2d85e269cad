package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Transcript;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/// What holds for the site of the real book.
class TheBookTest {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  @BeforeAll
  static void make() throws Exception {
    WholeSite.make();
  }

  @Test
  void every_chapter_has_a_page_and_the_front_leads_to_it() throws Exception {
    List<String> links =
        Xhtml.attributes(
            Xhtml.parse(Files.readString(WholeSite.FOLDER.resolve("index.html"))), "a", "href");
    assertThat(links).contains("api/index.html");
    for (int number : Transcript.numbers()) {
      assertThat(links).contains(Pages.ofChapter(number));
    }
  }

  @Test
  void no_link_is_dead_and_none_needs_the_network() throws Exception {
    Map<Path, List<String>> ids = new HashMap<>();
    List<String> dead = new ArrayList<>();
    for (Path file : WholeSite.pages()) {
      Document page = Xhtml.parse(Files.readString(file));
      List<String> links = Xhtml.attributes(page, "a", "href");
      links.addAll(Xhtml.attributes(page, "link", "href"));
      links.addAll(Xhtml.attributes(page, "script", "src"));
      for (String link : links) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
        boolean isThere = Files.exists(target);
        if (isThere && parts.length > 1) {
          String id = URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8);
          if (!ids.containsKey(target)) {
            ids.put(target, ids(Files.readString(target)));
          }
          isThere = ids.getOrDefault(target, List.of()).contains(Html.escaped(id));
        }
        if (!isThere) {
          dead.add(file.getFileName() + " -> " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void nothing_on_a_page_is_called_like_something_else_there() throws Exception {
    for (Path file : WholeSite.pages()) {
      assertThat(ids(Files.readString(file))).as("%s", file).doesNotHaveDuplicates();
    }
  }

  @Test
  void names_in_listings_lead_to_the_api_and_to_other_chapters() throws Exception {
    assertThat(Files.readString(WholeSite.FOLDER.resolve("chapter03.html")))
        .contains(
            "href=\"api/dev.wakerobin.api/dev/wakerobin/Future.html#poll(dev.wakerobin.Context)\"")
        .contains("href=\"chapter02.html#Delay\"")
        .contains("href=\"#Parking.Task.queued\"");
  }

  @Test
  void a_module_that_a_chapter_writes_is_listed_in_it() throws Exception {
    assertThat(Files.readString(WholeSite.FOLDER.resolve("chapter13.html")))
        .contains("id=\"Lanes.take\"")
        .contains("id=\"PriorityScheduler.schedule\"")
        .contains("id=\"PrioritySchedulerProvider.traits\"");
    assertThat(Files.readString(WholeSite.FOLDER.resolve("workshop.html")))
        .doesNotContain("PriorityScheduler.java");
  }

  @Test
  void the_pages_of_the_api_have_figures_of_runs() throws Exception {
    String api = "api/dev.wakerobin.api/dev/wakerobin/";
    assertThat(Files.readString(WholeSite.FOLDER.resolve(api + "Future.html")))
        .contains("<svg class=\"life-map\"");
    assertThat(Files.readString(WholeSite.FOLDER.resolve(api + "Waker.html")))
        .contains("<trace-replay>");
    assertThat(Files.readString(WholeSite.FOLDER.resolve(api + "JoinHandle.html")))
        .contains("task 3 'work'")
        .contains("href=\"../../../../chapter05.html\"");
    assertThat(
            Files.readString(
                WholeSite.FOLDER.resolve(
                    "api/dev.wakerobin.runtime/dev/wakerobin/runtime/AsyncRuntime.html")))
        .contains("task 1 'hello'");
  }

  private static List<String> ids(String page) {
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(page);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }
}
