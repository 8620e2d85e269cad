import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.scheduler.priority.Lanes;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LinePropertyCheck {
  private static final int LISTS = 2_000;
  private static final int MOST_STEPS = 30;

  @Test
  void it_holds_for_the_true_lanes() {
    assertThat(firstCaught(Lanes::new))
        .withFailMessage("your property says that the true lanes are wrong")
        .isNegative();
  }

  @Test
  void it_catches_a_line_that_starves_the_ordinary_ones() {
    caught("always takes the urgent ones first", () -> new Mutant(Integer.MAX_VALUE, false, false));
  }

  @Test
  void it_catches_a_line_that_counts_badly() {
    caught("lets five urgent ones go in a row", () -> new Mutant(5, false, false));
  }

  @Test
  void it_catches_a_line_that_takes_the_last_one_first() {
    caught("takes the ordinary one that came last", () -> new Mutant(4, true, false));
  }

  @Test
  void it_catches_a_line_that_forgets_somebody() {
    caught("says that it is empty while an urgent one waits", () -> new Mutant(4, false, true));
  }

  private static void caught(String mistake, Supplier<Line> mutant) {
    assertThat(firstCaught(mutant))
        .withFailMessage("it has not caught a line that %s", mistake)
        .isNotNegative();
  }

  /// The first of the random lists for which the property does not hold; -1 if there is none.
  private static int firstCaught(Supplier<Line> line) {
    Random random = new Random(14);
    for (int i = 0; i < LISTS; i++) {
      List<LineProperty.Step> steps = new ArrayList<>();
      int length = random.nextInt(MOST_STEPS);
      for (int k = 0; k < length; k++) {
        steps.add(LineProperty.Step.values()[random.nextInt(3)]);
      }
      if (!holds(line.get(), steps)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean holds(Line line, List<LineProperty.Step> steps) {
    try {
      return LineProperty.holds(line, steps);
    } catch (RuntimeException | AssertionError broken) {
      return false;
    }
  }

  /// Lanes with a mistake.
  private static final class Mutant implements Line {
    private final int inARowAtMost;
    private final boolean lastFirst;
    private final boolean forgetful;
    private final Deque<ReadyTask> urgent = new ArrayDeque<>();
    private final Deque<ReadyTask> ordinary = new ArrayDeque<>();
    private int inARow;

    Mutant(int inARowAtMost, boolean lastFirst, boolean forgetful) {
      this.inARowAtMost = inARowAtMost;
      this.lastFirst = lastFirst;
      this.forgetful = forgetful;
    }

    @Override
    public void add(ReadyTask task) {
      (task.id().name().startsWith("urgent") ? urgent : ordinary).add(task);
    }

    @Override
    public boolean isEmpty() {
      return ordinary.isEmpty() && (forgetful || urgent.isEmpty());
    }

    @Override
    public ReadyTask take() {
      if (urgent.isEmpty() || (inARow >= inARowAtMost && !ordinary.isEmpty())) {
        inARow = 0;
        return lastFirst ? ordinary.removeLast() : ordinary.removeFirst();
      }
      inARow++;
      return urgent.removeFirst();
    }
  }
}
