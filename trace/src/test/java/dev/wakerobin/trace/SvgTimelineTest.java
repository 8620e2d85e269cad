package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.trace.Gantt.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgTimelineTest {
  private final Trace story = Stories.yieldingAndSleeping();

  @Test
  void the_picture_is_the_accepted_one() throws IOException {
    String picture = SvgTimeline.of(story).along(Axis.TICKS).draw();
    Path drawn = Path.of("target", "yieldingAndSleeping.svg");
    Files.createDirectories(Path.of("target"));
    Files.writeString(drawn, picture);
    assertThat(picture)
        .as("drawn: %s; look at it, and if it is right, make it the accepted one", drawn)
        .isEqualTo(accepted("yieldingAndSleeping.svg"));
  }

  @Test
  void every_poll_is_a_bar_and_every_wake_an_arrow_to_the_poll_it_led_to() throws Exception {
    for (long seed = 0; seed < 10; seed++) {
      Trace trace = Trace.of(ModelTraces.draw(seed, 100));
      for (Rows rows : Rows.values()) {
        Document picture = parsed(SvgTimeline.of(trace).with(rows).draw());
        long answered = trace.wakes().stream().filter(wake -> wake.poll().isPresent()).count();
        assertThat(classes(picture, "g", "poll")).hasSize(trace.polls().size());
        List<Element> arrows = new ArrayList<>();
        elements(picture, "path").stream()
            .filter(path -> path.hasAttribute("marker-end"))
            .forEach(arrows::add);
        assertThat(arrows).hasSize((int) answered);
      }
    }
  }

  @Test
  void it_has_a_title_and_a_description_and_loads_nothing() throws Exception {
    String text = SvgTimeline.of(story).draw();
    Element root = parsed(text).getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    for (String id : root.getAttribute("aria-labelledby").split(" ", -1)) {
      assertThat(text).contains("id=\"" + id + "\"");
    }
    assertThat(text).doesNotContain("@import").doesNotContain("href").doesNotContain("url(http");
    assertThat(text).contains("prefers-color-scheme:dark").contains("currentColor");
  }

  @Test
  void names_of_whatever_characters_are_escaped() throws Exception {
    TaskId task = new TaskId(1, "<b>&\"\u0000\ud800'");
    Trace trace = new EventLog().spawned(task, Event.NO_WORKER).trace();
    assertThat(parsed(SvgTimeline.of(trace).draw()).getDocumentElement().getTextContent())
        .contains("<b>&\"\ufffd\ufffd'");
  }

  @Test
  void two_pictures_on_a_page_do_not_share_ids() {
    String tasks = SvgTimeline.of(story).draw();
    String workers = SvgTimeline.of(story).with(Rows.WORKERS).draw();
    assertThat(tasks).isEqualTo(SvgTimeline.of(story).draw());
    assertThat(idOf(tasks)).isNotEqualTo(idOf(workers));
  }

  @Test
  void what_is_empty_cut_off_or_cancelled_is_drawn_too() throws Exception {
    parsed(SvgTimeline.of(Trace.of(List.of())).draw());
    TaskId task = new TaskId(1, "");
    EventLog log = new EventLog().ends(task, 0, PollResult.PENDING).cancelled(task, 0);
    Document picture = parsed(SvgTimeline.of(Trace.of(7, log.events())).draw());
    assertThat(classes(picture, "g", "cancelled")).hasSize(1);
    assertThat(picture.getDocumentElement().getTextContent())
        .contains("7 events before this were dropped");
  }

  @Test
  void a_picture_too_narrow_is_refused() {
    assertThatThrownBy(() -> SvgTimeline.of(story).width(319))
        .hasMessage("a picture needs at least 320 pixels, and this is 319");
  }

  private static String accepted(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SvgTimelineTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String idOf(String svg) {
    return svg.substring(svg.indexOf("aria-labelledby"), svg.indexOf("-title"));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Element> classes(Document document, String name, String itsClass) {
    return elements(document, name).stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ", -1)).contains(itsClass))
        .toList();
  }
}
