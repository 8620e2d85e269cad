package dev.wakerobin.async.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.Sources;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The text of a machine says what its code does: where it goes on, what is caught where, which
/// variables are kept, and at which line each await stands. The code is read from the class file.
class NarrationTest {

  @Test
  void the_text_says_what_the_code_does_for_every_part_of_the_language() throws Exception {
    compare(Sources.casesByJavac("-g"), 90);
  }

  @Test
  void it_does_so_for_code_of_eclipses_compiler_and_without_names() throws Exception {
    compare(Sources.casesByEclipse("-g"), 90);
    compare(Sources.casesByJavac("-g:lines"), 90);
  }

  private static void compare(Map<String, byte[]> classes, int least) {
    int bodies = 0;
    for (byte[] bytes : classes.values()) {
      HostClass host = HostClass.parse(bytes, other -> Optional.ofNullable(classes.get(other)));
      for (MethodModel method : host.methods()) {
        if (Lowering.isNeeded(host, method)) {
          compare(host, method);
          bodies++;
        }
      }
    }
    assertThat(bodies).isGreaterThan(least);
  }

  private static void compare(HostClass host, MethodModel method) {
    String text = Lowering.narrate(host, method, List.of());
    byte[] code = Lowering.lower(host, method, Lambda.LAMBDA, host.name() + "$async0");
    assertThat(MachineText.read(text))
        .as("%s.%s%n%s", host.name(), method.methodName(), text)
        .isEqualTo(MachineCode.read(code));
    Set<Integer> lines = MachineText.lines(text);
    assertThat(lines)
        .as("lines of %s.%s%n%s", host.name(), method.methodName(), text)
        .isSubsetOf(lines(method, _ -> true))
        .containsAll(lines(method, NarrationTest::isStatement));
  }

  /// The lines that a compiler has written down for some instructions of a method.
  private static Set<Integer> lines(MethodModel method, Predicate<Instruction> chosen) {
    Set<Integer> lines = new TreeSet<>();
    int line = 0;
    for (CodeElement element : method.code().orElseThrow()) {
      if (element instanceof LineNumber number) {
        line = number.line();
      } else if (element instanceof Instruction instruction
          && line > 0
          && chosen.test(instruction)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean isStatement(Instruction instruction) {
    return switch (instruction.opcode().kind()) {
      case STORE, INCREMENT, RETURN, THROW_EXCEPTION, ARRAY_STORE -> true;
      default -> false;
    };
  }
}
