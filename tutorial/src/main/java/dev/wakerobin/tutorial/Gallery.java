package dev.wakerobin.tutorial;

import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Where the traces of all programs hang that a chapter runs on a [Stage], in their order.
final class Gallery {
  private final List<Supplier<Trace>> traces = new ArrayList<>();

  /// A recorder for a runtime that is being opened.
  TraceRecorder newRecorder() {
    TraceRecorder recorder = new TraceRecorder();
    traces.add(recorder::trace);
    return recorder;
  }

  /// A trace that was not recorded in one of those.
  void hang(Trace trace) {
    traces.add(() -> trace);
  }

  /// Those in which anything was polled: a runtime may be opened just to ask it something.
  List<Trace> programs() {
    return traces.stream().map(Supplier::get).filter(trace -> !trace.polls().isEmpty()).toList();
  }
}
