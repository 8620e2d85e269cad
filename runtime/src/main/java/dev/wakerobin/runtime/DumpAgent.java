package dev.wakerobin.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Has a running process write the [dump][AsyncRuntime#dump()] of each of its runtimes, from
/// outside, and without anything having been prepared in it:
///
/// ```
/// jcmd 4711 JVMTI.agent_load /path/to/wakerobin-runtime.jar /tmp/dump.txt
/// ```
///
/// That loads this class into the process as an agent, on a thread of its own, which calls
/// [#agentmain(String)] and ends. A file whose name ends in `.json` gets a JSON array, any other
/// one the text for people. It runs the garbage collector first, so that it is known which wakers
/// nobody holds.
///
/// It sees the runtimes of the class that it finds itself: that of the class path or the module
/// path. A JVM that was started with `-XX:+DisableAttachMechanism` or
/// `-XX:-EnableDynamicAgentLoading` lets nobody in.
public final class DumpAgent {
  private DumpAgent() {}

  /// Writes the dumps of all runtimes of this process that have not been closed. The JVM calls it;
  /// so may anybody.
  ///
  /// @param file where to; it is replaced. The folder is that of the process, unless the path is
  ///     absolute
  /// @throws IllegalArgumentException if it is blank
  /// @throws IOException if it cannot be written
  public static void agentmain(String file) throws IOException {
    if (file.isBlank()) {
      throw new IllegalArgumentException(
          "no file to write the dump to: name one, as in jcmd 4711 JVMTI.agent_load"
              + " wakerobin-runtime.jar /tmp/dump.txt");
    }
    System.gc();
    List<TaskDump> dumps = OpenRuntimes.all().stream().map(engine -> engine.dump(false)).toList();
    Files.writeString(Path.of(file), file.endsWith(".json") ? json(dumps) : text(dumps));
  }

  private static String json(List<TaskDump> dumps) {
    return dumps.stream().map(TaskDump::toJson).collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static String text(List<TaskDump> dumps) {
    return dumps.isEmpty()
        ? "there is no open AsyncRuntime in this process, or it is of another class loader\n"
        : dumps.stream().map(dump -> dump + "\n").collect(Collectors.joining("\n"));
  }
}
