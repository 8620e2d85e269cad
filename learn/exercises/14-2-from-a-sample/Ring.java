import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.Arrays;

/// First come, first served. The tasks lie in an array, from the head on, and around its end.
final class Ring implements Line {
  private ReadyTask[] tasks = new ReadyTask[4];
  private int head; // Where the first one lies.
  private int size;

  @Override
  public void add(ReadyTask task) {
    if (size == tasks.length) {
      grow();
    }
    tasks[(head + size) % tasks.length] = task;
    size++;
  }

  private void grow() {
    tasks = Arrays.copyOf(tasks, 2 * tasks.length);
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public ReadyTask take() {
    ReadyTask first = tasks[head];
    head = (head + 1) % tasks.length;
    size--;
    return first;
  }
}
