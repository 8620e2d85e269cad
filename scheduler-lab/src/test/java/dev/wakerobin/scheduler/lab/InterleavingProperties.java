package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.Program;
import dev.wakerobin.testkit.ProgramRun;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Random programs in random orders. The order is a generated list of choices, so that it shrinks
/// together with the programs: what is left of a failure is a few steps and a few numbers.
class InterleavingProperties {
  @Property(tries = 300)
  void programs_come_to_the_same_in_every_order(
      @ForAll(supplier = Program.Secluded.class) Program first,
      @ForAll(supplier = Program.Secluded.class) Program second,
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> choices) {
    ProgramRun.check(Lab.provider().choosing(choices), first, second);
  }

  @Example
  void a_failure_shows_the_programs_as_they_are_pasted_and_a_timeline() {
    Program program = Program.parse("spawn\n  add 3\nyield 2\njoin\n");
    assertThatThrownBy(() -> ProgramRun.check(new RunsTwice(), program))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rule S2")
        .hasMessageContaining(program.toString().indent(2))
        .hasMessageContaining("program 0");
  }

  /// Runs the task that comes third a second time.
  private static final class RunsTwice implements SchedulerProvider {
    @Override
    public String name() {
      return "runs-twice";
    }

    @Override
    public Scheduler create(SchedulerContext context) {
      Scheduler lab = Lab.provider().choosing(List.of()).create(context);
      return new Scheduler() {
        private int count;

        @Override
        public void schedule(ReadyTask task) {
          lab.schedule(task);
          if (++count == 3) {
            lab.schedule(task);
          }
        }

        @Override
        public void runUntil(Latch latch) throws InterruptedException {
          lab.runUntil(latch);
        }

        @Override
        public void close() {
          lab.close();
        }
      };
    }
  }
}
