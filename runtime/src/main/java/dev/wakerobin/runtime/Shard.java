package dev.wakerobin.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One thread's part of the live tasks. That thread alone adds; a task leaves from whatever thread
/// it ends on.
///
/// ```
///   pages   [x . x x . . x x]  [x x x x x x x x]  [x x . . . . . .]
///                                                      ▲ cursor: the owner writes here
/// ```
///
/// Adding writes the next free place of the current page, and leaving clears that place: no lock,
/// no atomic instruction, and no memory shared with other threads that add. When a page is used up
/// the owner looks at the one used longest ago: if at least half of it is free again it becomes the
/// current one, else there is a new page. So at least half of what is looked at is of use, and a
/// place costs about two looks.
final class Shard {
  static final int PAGE_SIZE = 512;

  /// A place in a page that knows how to be cleared; kept by the task.
  static final class Page extends AtomicReferenceArray<TaskCell<?>> {
    private static final long serialVersionUID = 1L;

    Page() {
      super(PAGE_SIZE);
    }

    void clear(int place) {
      setRelease(place, null);
    }
  }

  private final Deque<Page> pages = new ArrayDeque<>(); // Guarded by this; used longest ago first.
  private Page current = new Page(); // Written by the owner, under the lock.
  private int cursor; // The owner's.

  /// Enters a task. Only the owner may call this.
  void add(TaskCell<?> task) {
    while (true) {
      if (cursor == PAGE_SIZE) {
        turnPage();
      }
      int place = cursor++;
      if (current.getPlain(place) == null) {
        task.livesAt(current, place);
        current.setRelease(place, task);
        return;
      }
    }
  }

  private synchronized void turnPage() {
    pages.addLast(current);
    Page oldest = pages.getFirst();
    int free = freePlaces(oldest);
    if (free >= PAGE_SIZE / 2) {
      pages.removeFirst();
      dropOneEmptyPage();
      current = oldest;
    } else {
      pages.addLast(pages.removeFirst()); // Still full: the next one's turn, next time.
      current = new Page();
    }
    cursor = 0;
  }

  /// After a storm of tasks is over, each turn of a page lets go of one that is not needed any
  /// more.
  private void dropOneEmptyPage() {
    Page oldest = pages.peekFirst();
    if (oldest != null && freePlaces(oldest) == PAGE_SIZE) {
      pages.removeFirst();
    }
  }

  private static int freePlaces(Page page) {
    int free = 0;
    for (int place = 0; place < PAGE_SIZE; place++) {
      if (page.getAcquire(place) == null) {
        free++;
      }
    }
    return free;
  }

  /// Shows every live task to the visitor. From any thread; tasks that come or go meanwhile may be
  /// missed.
  void forEach(Consumer<TaskCell<?>> visitor) {
    allPages().forEach(page -> forEach(page, visitor)); // Not under the lock: the owner goes on.
  }

  private synchronized List<Page> allPages() {
    List<Page> all = new ArrayList<>(pages);
    all.add(current);
    return all;
  }

  private static void forEach(Page page, Consumer<TaskCell<?>> visitor) {
    for (int place = 0; place < PAGE_SIZE; place++) {
      @Nullable TaskCell<?> task = page.getAcquire(place);
      if (task != null) {
        visitor.accept(task);
      }
    }
  }

  /// How many pages there are, for tests.
  synchronized int pageCount() {
    return pages.size() + 1;
  }
}
