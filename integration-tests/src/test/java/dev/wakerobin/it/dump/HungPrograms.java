package dev.wakerobin.it.dump;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Mutex;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.sync.OneshotSender;
import dev.wakerobin.sync.Semaphore;
import java.util.List;

/// Programs that hang, each for a reason of its own. Each is the future of its main task.
final class HungPrograms {
  private HungPrograms() {}

  /// Two transfers that lock the same two accounts, one from either side.
  static Future<?> twoMutexes() {
    Mutex savings = new Mutex();
    Mutex current = new Mutex();
    return Futures.lazy(
        () ->
            Futures.joinAll(
                List.of(
                    Tasks.spawn("deposit", transfer(savings, current)),
                    Tasks.spawn("withdraw", transfer(current, savings)))));
  }

  private static Future<Unit> transfer(Mutex from, Mutex to) {
    return from.withLock(() -> Futures.then(Tasks.yieldNow(), _ -> to.withLock(Tasks::yieldNow)));
  }

  /// A future that answers pending and keeps no waker.
  static Future<?> lostWaker() {
    return Futures.lazy(() -> Tasks.spawn("download", new Forgetful()));
  }

  private static final class Forgetful implements Future<Unit> {
    private int asked;

    @Override
    public Poll<Unit> poll(Context context) {
      asked += context.waker().hashCode() == 0 ? 2 : 1; // Looks at it, and lets it go.
      return asked > 1 ? Poll.ready() : Poll.pending();
    }
  }

  /// A request whose answerer waits for permits that are never given back.
  static Future<?> answerNeverSent() {
    return Futures.lazy(
        () -> {
          Semaphore connections = new Semaphore(2);
          Oneshot<String> answer = new Oneshot<>();
          Tasks.spawn("careless", keepPermits(connections));
          JoinHandle<?> client = Tasks.spawn("client", answer);
          Tasks.spawn("server", serve(connections, answer.sender()));
          return client;
        });
  }

  /// Ends, and never closes what it was given.
  private static Future<Long> keepPermits(Semaphore connections) {
    return Futures.map(connections.acquire(2), permit -> permit.size());
  }

  private static Future<Boolean> serve(Semaphore connections, OneshotSender<String> answer) {
    return connections.withPermit(() -> Futures.ready(answer.send("here it is")));
  }

  /// A task that enters a `synchronized` block which another thread does not leave.
  static Future<?> monitor(Object lock) {
    return Futures.lazy(
        () ->
            Tasks.spawn(
                "report",
                _ -> {
                  synchronized (lock) {
                    return Poll.ready();
                  }
                }));
  }

  /// A task that asks again and again, instead of being rung.
  static Future<?> storm() {
    return Futures.lazy(
        () ->
            Tasks.spawn(
                "poller",
                context -> {
                  context.waker().wake();
                  return Poll.pending();
                }));
  }
}
