package dev.wakerobin.runtime;

import dev.wakerobin.spi.Hold;
import dev.wakerobin.spi.Want;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Who waits for which lock and the like, and who holds it, as far as [Want] and [Hold] are noted
/// by whoever makes them.
///
/// ```
///   task 1 ──wants──▶ Mutex 1 ◀──holds── task 2
/// ```
///
/// It keeps neither those who wait nor what they wait for alive, and asks nobody under a lock: who
/// is asked takes locks of its own, and notes while holding them.
final class Contention {
  /// So many holds are remembered; what is taken beyond is not noted.
  private static final int MOST_HOLDS = 10_000;

  /// On a clock that stands still it is the number of the task that decides.
  private static final Comparator<Holding> OLDEST_FIRST =
      Comparator.comparingLong(Holding::since).thenComparingLong(Holding::taskNumber);

  private final RuntimeClock clock;
  private final Map<Identity, Wanting<?>> wants = new ConcurrentHashMap<>(); // By the waiter.
  private final Map<Identity, Site> births = new ConcurrentHashMap<>(); // Of those who may wait.
  private final Set<Holding> holds = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final Map<Identity, String> labels = new ConcurrentHashMap<>();
  private final Map<String, Integer> named = new ConcurrentHashMap<>(); // The numbers given so far.

  Contention(RuntimeClock clock) {
    this.clock = clock;
  }

  /// One who waits, or waited.
  private record Wanting<T>(
      TaskCell<?> task,
      Site site,
      long since,
      Identity waiter,
      Function<? super T, Optional<Want>> ask) {

    @SuppressWarnings("unchecked") // It was noted together with its question.
    Optional<Wanted> now() {
      Object who = waiter.get();
      return who == null
          ? Optional.empty()
          : ask.apply((T) who).map(want -> new Wanted(want, site, since));
    }
  }

  // ---- Who notes

  /// From now on holds and wants are noted by the runtimes that track their tasks.
  static void beginToNote() {
    Hold.observe(
        new Hold.Observer() {
          @Override
          public void made(Object waiter) {
            Engine current = Seat.ofThisThread().engine();
            Contention its = current == null ? null : current.contention();
            if (its != null) {
              its.made(waiter);
            }
          }

          @Override
          public Hold holds(Object taker, String part, Object thing, String name) {
            Engine current = Seat.ofThisThread().engine();
            Contention its = current == null ? null : current.contention();
            return its == null ? () -> {} : its.hold(taker, part, thing, name);
          }

          @Override
          public <T> void wants(T waiter, Function<? super T, Optional<Want>> want) {
            TaskCell<?> task = Seat.ofThisThread().task();
            Contention its = task == null ? null : task.engine().contention();
            if (task != null && its != null) {
              its.want(task, waiter, want);
            }
          }
        });
  }

  private void made(Object waiter) {
    forgetWhoIsGone();
    births.put(new Identity(waiter, gone), here());
  }

  private <T> void want(TaskCell<?> task, T waiter, Function<? super T, Optional<Want>> ask) {
    Identity key = new Identity(waiter, gone);
    wants.put(key, new Wanting<T>(task, placeOf(key), clock.nanos(), key, ask));
  }

  /// Where we are; or, if no line of the user's leads here, where that future was made.
  private Site placeOf(Identity future) {
    Site here = here();
    return here.isOnlyOurs() ? births.getOrDefault(future, here) : here;
  }

  private Hold hold(Object taker, String part, Object thing, String name) {
    if (holds.size() >= MOST_HOLDS) {
      return () -> {};
    }
    TaskCell<?> task = Seat.ofThisThread().task();
    Holding hold =
        new Holding(
            this,
            part + " " + label(thing, name),
            new Identity(thing, gone),
            task == null ? null : task.id(),
            placeOf(new Identity(taker, gone)),
            clock.nanos());
    holds.add(hold);
    return hold;
  }

  void released(Holding hold) {
    holds.remove(hold);
  }

  private static Site here() {
    return Site.here(Contention.class);
  }

  private void forgetWhoIsGone() {
    Reference<?> each;
    while ((each = gone.poll()) != null) {
      wants.remove(each);
      births.remove(each);
      labels.remove(each);
    }
  }

  // ---- Who asks

  /// Something that a task waits for just now.
  record Wanted(Want want, Site site, long since) {}

  /// What that task waits for, longest first.
  List<Wanted> wantsOf(TaskCell<?> task) {
    return wants.values().stream()
        .filter(each -> each.task() == task)
        .flatMap(each -> each.now().stream())
        .sorted(Comparator.comparingLong(Wanted::since))
        .toList();
  }

  /// Who holds that thing, longest first.
  List<Holding> holdersOf(Object thing) {
    return holds.stream()
        .filter(each -> each.thing().refersTo(thing))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /// What that task holds, longest first, but for things that nobody can reach any more.
  List<Holding> heldBy(TaskCell<?> task) {
    return holds.stream()
        .filter(each -> each.taskNumber() == task.number() && !each.thing().refersTo(null))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /// As in `Mutex 2`: the same for one thing as long as it lives.
  String label(Object thing, String name) {
    return labels.computeIfAbsent(
        new Identity(thing, gone), _ -> name + " " + named.merge(name, 1, Integer::sum));
  }

  long now() {
    return clock.nanos();
  }
}
