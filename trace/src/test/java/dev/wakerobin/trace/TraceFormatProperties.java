package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TraceFormatProperties {

  @Property(tries = 60)
  void whatever_a_trace_was_saved_as_all_of_it_is_found_again(
      @ForAll long seed, @ForAll @IntRange(max = 60) int steps, @ForAll TraceFormat format)
      throws IOException {
    Trace trace = Trace.of(seed & 0xff, ModelTraces.draw(seed, steps));
    assertThat(reread(format.write(trace, "a run"))).isEqualTo(trace);
  }

  @Property(tries = 200)
  void so_are_names_of_whatever_characters(@ForAll String name, @ForAll TraceFormat format)
      throws IOException {
    Trace trace = named(name);
    assertThat(reread(format.write(trace, name))).isEqualTo(trace);
  }

  @Property(tries = 100)
  void a_picture_is_xml_and_perfetto_gets_json(@ForAll String name) throws Exception {
    Trace trace = named(name + "</script>&\uFFFF");
    byte[] svg = TraceFormat.PICTURE.write(trace, "").getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    assertThat(Json.read(TraceFormat.PERFETTO.write(trace, ""))).isNotNull();
    assertThat(TraceFormat.PAGE.write(trace, "").split("</script>", -1)).hasSize(3);
  }

  private static Trace named(String name) {
    TaskId task = new TaskId(7, name);
    return new EventLog()
        .spawned(task, Event.NO_WORKER)
        .woken(task, new Cause.ForeignThread(name), Event.NO_WORKER)
        .trace();
  }

  private static Trace reread(String content) throws IOException {
    Path file = Files.createTempFile("wakerobin", "");
    try {
      Files.writeString(file, content);
      return TraceFile.readUnchecked(file);
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void the_ending_of_the_name_says_which() {
    assertThat(TraceFormat.of("a b/run.HTML")).contains(TraceFormat.PAGE);
    assertThat(TraceFormat.of("run.json")).contains(TraceFormat.PERFETTO);
    assertThat(TraceFormat.of("run.svg")).contains(TraceFormat.PICTURE);
    assertThat(TraceFormat.of("run.trace")).contains(TraceFormat.TEXT);
    assertThat(TraceFormat.of("run.pdf")).isEmpty();
    assertThat(TraceFormat.endings()).containsExactly(".html", ".json", ".svg", ".trace");
  }

  @Example
  void damage_is_told_with_the_line_of_the_file_that_carries_the_trace() throws IOException {
    for (TraceFormat format : TraceFormat.values()) {
      String content = format.write(named("x"), "a run");
      int line =
          (int) content.lines().takeWhile(each -> !each.contains(" woken worker")).count() + 1;
      assertThatThrownBy(() -> reread(content.replace(" woken worker", " waken worker")))
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith("line " + line + ", column ")
          .hasMessageContaining("expected one of spawned, woken");
    }
  }

  @Example
  void a_page_without_its_end_is_damaged_too() {
    String page = TraceFormat.PAGE.write(named("x"), "a run");
    String cut = page.substring(0, page.indexOf(" woken worker"));
    assertThatThrownBy(() -> reread(cut)).isInstanceOf(TraceFormatException.class);
  }

  @Example
  void a_page_says_what_looks_ill() {
    assertThat(TraceFormat.PAGE.write(named("<x>"), "a run"))
        .contains("<strong>unpolled future</strong>: task 7 '&lt;x&gt;' was spawned at tick 0");
  }
}
