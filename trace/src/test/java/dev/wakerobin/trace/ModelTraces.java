package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws valid traces out of a plain model of a runtime with some workers: in each step one of all
/// the things that could happen does.
final class ModelTraces {
  private enum State {
    ASLEEP,
    WOKEN,
    POLLED,
    POLLED_WOKEN,
    ENDED
  }

  private static final int WORKERS = 3;
  private static final List<PollResult> RESULTS =
      List.of(PollResult.PENDING, PollResult.PENDING, PollResult.READY, PollResult.THREW);

  private final Random random;
  private final EventLog log = new EventLog();
  private final List<State> states = new ArrayList<>();
  private final int[] polling = new int[WORKERS]; // Which task; -1 for none.
  private final boolean[] parked = new boolean[WORKERS];

  private ModelTraces(long seed) {
    this.random = new Random(seed);
  }

  static List<Event> draw(long seed, int steps) {
    ModelTraces model = new ModelTraces(seed);
    for (int worker = 0; worker < WORKERS; worker++) {
      model.log.started(worker);
      model.polling[worker] = -1;
    }
    for (int i = 0; i < steps; i++) {
      model.step(model.random.nextInt(WORKERS));
    }
    return model.log.events();
  }

  static TaskId task(int number) {
    return new TaskId(number + 1L, number % 2 == 0 ? "even" : "");
  }

  private void step(int worker) {
    if (!states.isEmpty() && random.nextInt(5) == 0) {
      wake(random.nextInt(states.size()), new Cause.ForeignThread("bell"), Event.NO_WORKER);
    } else if (parked[worker]) {
      log.unparked(worker);
      parked[worker] = false;
    } else if (polling[worker] < 0) {
      betweenPolls(worker);
    } else if (random.nextInt(3) > 0) {
      inPoll(worker, polling[worker]);
    } else {
      endPoll(worker, polling[worker]);
    }
  }

  private void betweenPolls(int worker) {
    switch (random.nextInt(6)) {
      case 0 -> spawn(Event.NO_WORKER);
      case 1 -> {
        log.parked(worker);
        parked[worker] = true;
      }
      case 2 -> log.stole(worker, 1 + random.nextInt(3), (worker + 1) % WORKERS);
      case 3 -> cancelOne(worker);
      default -> pollOne(worker);
    }
  }

  private void spawn(int worker) {
    TaskId task = task(states.size());
    if (worker == Event.NO_WORKER) {
      log.spawned(task, worker);
    } else {
      log.spawned(task, task(polling[worker]), worker);
    }
    log.woken(task, new Cause.Spawn(), worker);
    states.add(State.WOKEN);
  }

  private void pollOne(int worker) {
    int task = pick(State.WOKEN);
    if (task >= 0) {
      log.begins(task(task), worker);
      states.set(task, State.POLLED);
      polling[worker] = task;
    }
  }

  private void cancelOne(int worker) {
    int task = pick(random.nextBoolean() ? State.WOKEN : State.ASLEEP);
    if (task >= 0) {
      log.cancelled(task(task), worker);
      states.set(task, State.ENDED);
    }
  }

  private void inPoll(int worker, int task) {
    if (random.nextInt(4) == 0) {
      spawn(worker);
    } else {
      wake(random.nextInt(states.size()), new Cause.Task(task(task)), worker);
    }
  }

  private void wake(int task, Cause cause, int worker) {
    switch (states.get(task)) {
      case ASLEEP -> {
        log.woken(task(task), cause, worker);
        states.set(task, State.WOKEN);
      }
      case POLLED -> {
        log.woken(task(task), cause, worker);
        states.set(task, State.POLLED_WOKEN);
      }
      case WOKEN, POLLED_WOKEN, ENDED -> {}
    }
  }

  private void endPoll(int worker, int task) {
    PollResult result = RESULTS.get(random.nextInt(RESULTS.size()));
    log.ends(task(task), worker, result);
    State pending = states.get(task) == State.POLLED ? State.ASLEEP : State.WOKEN;
    states.set(task, result == PollResult.PENDING ? pending : State.ENDED);
    polling[worker] = -1;
  }

  private int pick(State state) {
    List<Integer> fitting = new ArrayList<>();
    for (int task = 0; task < states.size(); task++) {
      if (states.get(task) == state) {
        fitting.add(task);
      }
    }
    return fitting.isEmpty() ? -1 : fitting.get(random.nextInt(fitting.size()));
  }
}
