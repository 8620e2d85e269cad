package dev.wakerobin.async.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.Sources;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A frame's `poll` has no loop with two ways in, whatever loops and awaits the body has: the JIT
/// compiler would leave it unoptimized. Only a loop that makes bodies is left as it is.
class OneWayInTest {

  @Test
  void every_loop_of_a_machine_is_entered_at_its_header_only() throws Exception {
    assertThat(bodiesWithTwoWaysIn(Sources.casesByJavac("-g"))).isEmpty();
    assertThat(bodiesWithTwoWaysIn(Sources.casesByEclipse("-g"))).isEmpty();
  }

  @Test
  void a_body_is_written_once_if_its_copies_would_make_it_too_long_to_be_compiled()
      throws Exception {
    assertThat(polls(loopWithAwaits(3))).isEqualTo(3 + 3 + 2); // Two may be left of an iteration.
    assertThat(polls(loopWithAwaits(35))).isEqualTo(2 * 35);
  }

  private static byte[] loopWithAwaits(int awaits) throws IOException {
    String statements = "sum += dev.wakerobin.async.Async.await(f);\n".repeat(awaits);
    String source =
        """
        package cases;
        class Long {
          static dev.wakerobin.Future<?> body(dev.wakerobin.Future<Integer> f) {
            return dev.wakerobin.async.Async.async(() -> {
              int sum = 0;
              while (sum < 100) {
                %s
              }
              return sum;
            });
          }
        }
        """
            .formatted(statements);
    HostClass host = HostClass.parse(Sources.byJavac("cases/Long", source), _ -> Optional.empty());
    for (MethodModel method : host.methods()) {
      if (Lowering.isNeeded(host, method)) {
        return Lowering.lower(host, method, Lambda.LAMBDA, "cases/Long$async0");
      }
    }
    throw new AssertionError("no body");
  }

  private static long polls(byte[] frame) {
    return ClassFile.of().parse(frame).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(
            element ->
                element instanceof InvokeInstruction call
                    && call.name().equalsString("poll")
                    && call.owner().asInternalName().equals("dev/wakerobin/Future"))
        .count();
  }

  private static Set<String> bodiesWithTwoWaysIn(Map<String, byte[]> classes) {
    Set<String> found = new TreeSet<>();
    for (byte[] bytes : classes.values()) {
      HostClass host = HostClass.parse(bytes, other -> Optional.ofNullable(classes.get(other)));
      for (MethodModel method : host.methods()) {
        if (Lowering.isNeeded(host, method) && !makesBodies(method) && !hasOneWayIn(host, method)) {
          found.add(host.name() + "." + method.methodName());
        }
      }
    }
    return found;
  }

  private static boolean makesBodies(MethodModel method) {
    return method
        .code()
        .orElseThrow()
        .elementStream()
        .anyMatch(
            element ->
                element instanceof InvokeDynamicInstruction dynamic
                    && Site.implementation(dynamic).isPresent());
  }

  private static boolean hasOneWayIn(HostClass host, MethodModel method) {
    byte[] bytes = Lowering.lower(host, method, Lambda.LAMBDA, host.name() + "$async0");
    HostClass frame = HostClass.parse(bytes, _ -> Optional.empty());
    MethodModel poll =
        frame.methods().stream()
            .filter(each -> each.methodName().equalsString("poll"))
            .findFirst()
            .orElseThrow();
    Listing listing = new Listing(frame, poll, poll.findAttribute(Attributes.code()).orElseThrow());
    BitSet all = new BitSet();
    BitSet labels = new BitSet();
    for (int at = 0; at < listing.size(); at++) {
      all.set(at);
      labels.set(at, listing.element(at) instanceof LabelTarget);
    }
    return isReducible(new Flow(listing), labels, all);
  }

  /// Each of the outermost loops among these elements has one entry, and without it, so have those
  /// within.
  private static boolean isReducible(Flow flow, BitSet labels, BitSet elements) {
    BitSet left = (BitSet) elements.clone();
    left.and(labels); // No loop is without.
    for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
      BitSet round = flow.round(at, elements);
      left.andNot(round);
      if (round.isEmpty()) {
        continue;
      }
      BitSet entries = flow.entries(round);
      BitSet within = (BitSet) round.clone();
      within.andNot(entries);
      if (entries.cardinality() != 1 || !isReducible(flow, labels, within)) {
        return false;
      }
    }
    return true;
  }
}
