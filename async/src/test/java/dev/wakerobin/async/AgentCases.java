package dev.wakerobin.async;

import java.util.List;
import java.util.Map;

/// A program, to be run with the agent of [LoadDoor]: runs all cases, and counts what was lowered
/// before it was used.
final class AgentCases {
  private AgentCases() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, byte[]> compiled = Compiler.compile(Compiler.cases(), "-g");
    List<Case> cases = Case.in(compiled);
    int frames = 0;
    for (Case one : cases) {
      String made = Case.start(one.lowered(), new Probe(0)).getClass().getName();
      frames += made.contains("$lowered") ? 1 : 0;
      List<String> lowered = one.lowered(1, Integer.MAX_VALUE);
      List<String> direct = one.direct(1, Integer.MAX_VALUE);
      if (!lowered.equals(direct)) {
        throw new AssertionError(one.name() + ": " + lowered + ", directly: " + direct);
      }
    }
    System.out.printf(
        "%d cases are equal, %d of their frames were made by the agent%n", cases.size(), frames);
  }
}
