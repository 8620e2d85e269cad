package dev.wakerobin.async.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;
import org.assertj.core.util.Strings;
import org.assertj.core.util.diff.DiffUtils;

/// Works with AssertJ, and writes down what comes out. It is loaded twice: with the library as it
/// is, and lowered.
public final class LibraryProgram implements Supplier<List<String>> {
  private final List<String> lines = new ArrayList<>();

  /// A run that has not begun.
  public LibraryProgram() {}

  @Override
  public List<String> get() {
    List<String> before = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    List<String> after = List.of("a", "x", "c", "e", "y", "z", "f", "h", "i");
    lines.add(DiffUtils.diff(before, after).getDeltas().toString());
    lines.addAll(
        DiffUtils.generateUnifiedDiff("before", "after", before, DiffUtils.diff(before, after), 1));
    lines.add(new StandardRepresentation().toStringOf(new Object[] {1.5, "x", new int[] {1, 2}}));
    lines.add(new StandardRepresentation().toStringOf(Map.of("key", Arrays.asList(1L, null, 'c'))));
    lines.add(Strings.join(after).with("; ") + Strings.quote("q"));
    fails(() -> Assertions.assertThat("wakerobin").startsWith("wake").hasSize(7));
    fails(() -> Assertions.assertThat(after).containsExactlyElementsOf(before));
    fails(() -> Assertions.assertThat(0.1 + 0.2).as("sum").isCloseTo(0.4, Assertions.within(0.05)));
    fails(() -> Assertions.assertThat(List.of(3, 1, 2)).filteredOn(n -> n > 1).isSorted());
    return lines;
  }

  private void fails(Runnable assertion) {
    try {
      assertion.run();
      lines.add("holds");
    } catch (AssertionError e) {
      lines.add(e.getMessage());
    }
  }
}
