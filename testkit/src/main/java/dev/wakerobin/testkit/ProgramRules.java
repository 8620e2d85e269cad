package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Random programs of tasks, run for real and compared with plain evaluation. Meanwhile every event
/// is held against the grammar, and at the end every task must have ended.
interface ProgramRules extends Rules {

  /// What comes out of a program does not depend on who runs it, when and where.
  @Property(tries = 100)
  default void r7_programs_come_to_what_plain_evaluation_says(
      @ForAll(supplier = Program.Any.class) Program first,
      @ForAll(supplier = Program.Any.class) Program second,
      @ForAll @IntRange(min = 1, max = 4) int workers) {
    try (RuntimeRig rig = RuntimeRig.inRealTime(provider(), workers)) {
      List<JoinHandle<Integer>> handles = new ArrayList<>();
      for (Program each : List.of(first, second, first)) {
        handles.add(rig.runtime().spawn(new ProgramTask(each)));
      }
      assertThat(outcome(rig, handles.get(0))).isEqualTo(first.evaluate());
      assertThat(outcome(rig, handles.get(1))).isEqualTo(second.evaluate());
      assertThat(outcome(rig, handles.get(2))).isEqualTo(first.evaluate());
    }
  }

  private static OptionalInt outcome(RuntimeRig rig, JoinHandle<Integer> handle) {
    try {
      return OptionalInt.of(rig.run(handle));
    } catch (TaskFailedException failure) {
      if (failure.getCause() instanceof ProgramTask.OnPurpose) {
        return OptionalInt.empty();
      }
      throw failure;
    }
  }
}
