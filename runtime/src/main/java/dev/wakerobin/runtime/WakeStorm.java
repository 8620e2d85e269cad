package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.time.Duration;

/// A task that was woken again during each of its polls, and so is polled on and on, while its
/// thread polls nothing else: it spins.
///
/// Seen by samples: whenever the watchdog looked at the thread it polled this task, or nothing.
///
/// @param task what spins
/// @param thread the name of the thread that polls it
/// @param polls how many polls there were
/// @param within how long they took together, with what was between them
/// @param unreported how many findings were kept back since the last one, for there were too many
public record WakeStorm(TaskId task, String thread, long polls, Duration within, long unreported)
    implements Finding {

  @Override
  public String message() {
    return ("%s was polled %d times within %s on thread '%s', was woken again during each of these"
            + " polls, and nothing else was seen to run there: it spins. A future that is not"
            + " ready keeps the waker and lets whoever makes it ready ring; one that computes in"
            + " slices should take longer ones.%s")
        .formatted(task, polls, Spans.text(within), thread, Allowance.words(unreported));
  }
}
