package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TraceFileProperties {
  private static final String SMALL =
      """
      wakerobin-trace 1
      dropped 0
      tasks 1
      task 1 "main"
      events 5
      0 0 worker-started worker=0 thread="main"
      1 1200 spawned worker=- task=1 by=-
      2 1250 woken worker=- task=1 cause=spawn
      3 2100 poll-started worker=0 task=1
      4 2930 poll-ended worker=0 task=1 result=ready
      """;

  @Property(tries = 200)
  void what_was_written_is_read_again(
      @ForAll long seed,
      @ForAll @IntRange(max = 80) int steps,
      @ForAll @LongRange(min = 0) long dropped)
      throws IOException {
    Trace trace = Trace.of(dropped % (1L << 60), ModelTraces.draw(seed, steps));
    String text = TraceFile.text(trace);
    assertThat(TraceFile.parseUnchecked(text)).isEqualTo(trace);
    assertThat(TraceFile.text(TraceFile.parseUnchecked(text))).isEqualTo(text);
  }

  @Property(tries = 500)
  void so_are_names_of_whatever_characters(@ForAll String name, @ForAll String thread)
      throws IOException {
    TaskId task = new TaskId(7, name);
    Trace trace =
        new EventLog()
            .spawned(task, Event.NO_WORKER)
            .woken(task, new Cause.ForeignThread(thread), Event.NO_WORKER)
            .trace();
    Path file = Files.createTempFile("wakerobin", ".trace");
    TraceFile.write(file, trace);
    assertThat(TraceFile.read(file)).isEqualTo(trace);
    Files.delete(file);
  }

  @Example
  void the_text_is_as_documented_and_windows_line_ends_are_understood() throws IOException {
    Trace trace = TraceFile.parse(SMALL);
    assertThat(TraceFile.text(trace)).isEqualTo(SMALL);
    assertThat(TraceFile.parse(SMALL.replace("\n", "\r\n"))).isEqualTo(trace);
  }

  @Example
  void every_kind_of_event_and_cause_is_read_again() throws IOException {
    TaskId one = new TaskId(1, "");
    EventLog log = new EventLog().started(0).stole(0, 3, 1).parked(0).unparked(0).stopped(0);
    log.spawned(one, 0).spawned(new TaskId(2, "two \"quoted\"\n"), one, Event.NO_WORKER);
    for (Cause cause :
        List.of(
            new Cause.Spawn(),
            new Cause.Task(one),
            new Cause.Timer(),
            new Cause.Abort(),
            new Cause.BlockingCall("b"),
            new Cause.ForeignThread("f"))) {
      log.woken(one, cause, 3);
    }
    log.begins(one, 0).cancelled(one, 0);
    for (PollResult result : PollResult.values()) {
      log.ends(one, 0, result);
    }
    assertThat(TraceFile.parseUnchecked(TraceFile.text(log.trace()))).isEqualTo(log.trace());
  }

  @Example
  void wherever_a_file_is_cut_the_reader_notices_and_says_where() {
    for (int cut = 0; cut < SMALL.length(); cut++) {
      String text = SMALL.substring(0, cut);
      Throwable thrown = catchThrowable(() -> TraceFile.parseUnchecked(text));
      assertThat(thrown).as("cut at %d", cut).isInstanceOf(TraceFormatException.class);
      TraceFormatException found = (TraceFormatException) thrown;
      assertThat(found.line()).isGreaterThanOrEqualTo((int) text.lines().count());
      assertThat(found).hasMessageContaining("expected").hasMessageContaining("found");
    }
  }

  @Property(tries = 1000)
  void a_damaged_file_is_refused_or_means_something_else_but_nothing_else_is_thrown(
      @ForAll @IntRange(max = 255) int place, @ForAll @IntRange(min = 14, max = 126) int with)
      throws IOException {
    StringBuilder damaged = new StringBuilder(SMALL);
    damaged.setCharAt(place % SMALL.length(), (char) with);
    List<Trace> read = new ArrayList<>();
    try {
      read.add(TraceFile.parseUnchecked(damaged.toString()));
    } catch (TraceFormatException refused) {
      assertThat(refused.line()).isBetween(1, 12);
    }
    for (Trace trace : read) {
      assertThat(trace.equals(TraceFile.parse(SMALL))).isEqualTo(damaged.toString().equals(SMALL));
    }
  }

  @Example
  void errors_say_line_column_what_was_expected_and_what_was_found() {
    assertError(
        "wakerobin-trace 1",
        "wakerobin-trace 2",
        """
        line 1, column 17: expected version 1 of the format, found version 2: read it with the \
        release that wrote it""");
    assertError(
        "wakerobin-trace 1",
        "PK",
        """
        line 1, column 1: expected 'wakerobin-trace', found "PK\"""");
    assertError(
        "result=ready",
        "result=done",
        """
        line 10, column 42: expected one of pending, ready, threw, found "done\"""");
    assertError(
        "3 2100",
        "4 2100",
        """
        line 9, column 1: expected '3', found "4 2100 poll-started worker=0 t…\"""");
    assertError(
        "started worker=0 task=1",
        "started worker=0 task=2",
        """
        line 9, column 35: expected the number of a task listed above, found "2\"""");
    assertError(
        "cause=spawn",
        "cause=spawn by=1",
        """
        line 8, column 41: expected the end of the line, found " by=1\"""");
    assertError(
        "worker=0 thread=\"main\"",
        "worker=0 thread=\"main",
        """
        line 6, column 41: expected the quote that ends the string, found the end of the line""");
    assertError(
        "events 5",
        "events 6",
        """
        line 11, column 1: expected event 6 of 6, found the end of the file""");
    assertError(
        "events 5",
        "events 4",
        """
        line 10, column 1: expected the end of the file behind its 4 events, found a line more""");
    assertError(
        "2 1250 ",
        "2 12x0 ",
        """
        line 8, column 3: expected the time in nanoseconds, a whole number, found "12x0 woken \
        worker=- task=1 cau…\"""");
    assertError(
        "poll-started worker=0",
        "poll-started",
        """
        line 9, column 21: expected 'worker=', found "task=1\"""");
    assertError(
        "task 1 \"main\"",
        "task 0 \"main\"",
        """
        line 4, column 6: expected a number from 1 that no other task has, found 0""");
  }

  @Example
  void a_trace_that_breaks_the_grammar_is_refused_with_the_line_unless_it_may() throws IOException {
    String broken =
        SMALL
            .replace("events 5", "events 4")
            .replace("2 1250 woken worker=- task=1 cause=spawn\n", "")
            .replace("\n3 ", "\n2 ")
            .replace("\n4 ", "\n3 ");
    assertThatThrownBy(() -> TraceFile.parse(broken))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(
            "line 8, column 1: this breaks the grammar of events: tick 2 (T4 a poll has a wake)");
    assertThat(TraceFile.parseUnchecked(broken).size()).isEqualTo(4);
  }

  private static void assertError(String right, String wrong, String message) {
    String text = SMALL.replace(right, wrong);
    assertThatThrownBy(() -> TraceFile.parse(text)).hasMessage(message);
  }
}
