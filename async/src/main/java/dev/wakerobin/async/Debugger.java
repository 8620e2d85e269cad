package dev.wakerobin.async;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether this virtual machine was started for a debugger.
///
/// The process is asked for its arguments, which takes a millisecond. It cannot tell where the
/// platform does not, or where they stand in a file; then the management bean is asked, which takes
/// longer and may not be there.
final class Debugger {
  /// As in `-agentlib:jdwp=…`, and `-Xrunjdwp:…` of old.
  private static final List<String> AGENTS = List.of("-agentlib:jdwp", "-Xrunjdwp");

  private static final List<String> VARIABLES =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  /// Found out once.
  static final boolean IS_EXPECTED = isExpected();

  private Debugger() {}

  private static boolean isExpected() {
    Optional<String[]> arguments = ProcessHandle.current().info().arguments();
    if (arguments.isPresent() && Stream.of(arguments.get()).anyMatch(Debugger::isAgent)) {
      return true;
    }
    if (VARIABLES.stream().anyMatch(Debugger::isInVariable)) {
      return true;
    }
    boolean isCertain =
        arguments.isPresent() && Stream.of(arguments.get()).noneMatch(one -> one.startsWith("@"));
    return !isCertain
        && ModuleLayer.boot().findModule("java.management").isPresent()
        && ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(Debugger::isAgent);
  }

  private static boolean isInVariable(String name) {
    String options = System.getenv(name);
    return options != null && Stream.of(options.split("\\s+")).anyMatch(Debugger::isAgent);
  }

  private static boolean isAgent(String argument) {
    return AGENTS.stream().anyMatch(argument::startsWith);
  }
}
