package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.spi.Birth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The futures that code inside a runtime has made, and that nobody has polled or cancelled yet. It
/// keeps where they were made, not the futures: one that was dropped is the usual case.
final class Unpolled {
  /// So many are remembered; what is made beyond is not noted.
  private static final int MOST = 1_000;

  private final Set<Note> notes = ConcurrentHashMap.newKeySet();
  private final AtomicLong made = new AtomicLong();

  private final class Note implements Birth {
    private final long number = made.getAndIncrement();
    private final String kind;
    private final String where;

    private Note(String kind, String where) {
      this.kind = kind;
      this.where = where;
    }

    private long number() {
      return number;
    }

    @Override
    public void polled() {
      notes.remove(this);
    }
  }

  /// From now on births are noted by the runtimes that track their tasks.
  static void beginToNote() {
    Birth.observe(Unpolled::noteInCurrentRuntime);
  }

  private static Birth noteInCurrentRuntime(Future<?> future) {
    Engine current = Seat.ofThisThread().engine();
    Unpolled unpolled = current == null ? null : current.unpolled();
    return unpolled == null ? Unpolled::nothing : unpolled.note(future);
  }

  /// What is done for one whose birth was not noted.
  private static void nothing() {}

  private Birth note(Future<?> future) {
    if (notes.size() >= MOST) {
      return Unpolled::nothing;
    }
    Note note = new Note(future.getClass().getSimpleName(), Site.here(Unpolled.class).outside());
    notes.add(note);
    return note;
  }

  /// A line for each place at which such a future was made, in the order of the first.
  List<String> lines() {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    notes.stream()
        .sorted(Comparator.comparingLong(Note::number))
        .forEach(
            note -> kinds.computeIfAbsent(note.where, _ -> new LinkedHashSet<>()).add(note.kind));
    return kinds.entrySet().stream()
        .map(
            each ->
                ("a future (%s) was made at %s and never polled: until then it does nothing. Await"
                        + " it, or spawn it")
                    .formatted(String.join(", ", each.getValue()), each.getKey()))
        .toList();
  }
}
