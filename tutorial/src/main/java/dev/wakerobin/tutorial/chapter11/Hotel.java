package dev.wakerobin.tutorial.chapter11;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;

/// ## A future in a future in a future
///
/// A guest has a room, and in the room there is a bed. The guest and the room are async functions;
/// the bed is a future written by hand, so that we see when its `cancel` is called.
record Hotel(Diary diary) {
  private static final Duration NIGHT = Duration.ofHours(8);

  /// Stays for a night, and leaves in any case.
  Future<String> guest() {
    return async(
        () -> {
          try {
            await(room());
            return "well slept";
          } finally {
            diary.note("guest: leaves");
          }
        });
  }

  /// The key is given back in any case, as it is in a `try` with resources.
  private Future<Unit> room() {
    return async(
        () -> {
          try (Key _ = new Key(diary)) {
            await(new Bed(diary, Tasks.sleep(NIGHT)));
          } finally {
            diary.note("room: the light is off");
          }
        });
  }

  private record Key(Diary diary) implements AutoCloseable {
    @Override
    public void close() {
      diary.note("room: the key is back");
    }
  }

  private record Bed(Diary diary, Future<Unit> night) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      return night.poll(context);
    }

    @Override
    public void cancel() {
      diary.note("bed: cancel()");
      night.cancel();
    }
  }
}
