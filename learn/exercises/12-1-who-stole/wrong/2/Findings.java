/// What the trace below tells.
final class Findings {
  /// How often a worker stole.
  static final int STEALS = 2;

  /// How many tasks were taken by that in all.
  static final int STOLEN_TASKS = 3;

  /// The worker that was the first to steal.
  static final int FIRST_THIEF = 0;

  /// The task that was stolen twice.
  static final String STOLEN_TWICE = "bob";

  /// The task whose ring brought the main task to worker 1.
  static final String BROUGHT_MAIN_OVER = "bob";

  static final String TRACE =
      """
      wakerobin-trace 1
      dropped 0
      tasks 6
      task 1 ""
      task 2 "ann"
      task 3 "bob"
      task 4 "cat"
      task 5 "dan"
      task 6 "eve"
      events 48
      0 0 spawned worker=- task=1 by=-
      1 0 woken worker=- task=1 cause=spawn
      2 0 worker-started worker=0 thread="main"
      3 0 worker-started worker=1 thread="main"
      4 0 poll-started worker=0 task=1
      5 0 spawned worker=0 task=2 by=1
      6 0 woken worker=0 task=2 cause=spawn
      7 0 spawned worker=0 task=3 by=1
      8 0 woken worker=0 task=3 cause=spawn
      9 0 spawned worker=0 task=4 by=1
      10 0 woken worker=0 task=4 cause=spawn
      11 0 spawned worker=0 task=5 by=1
      12 0 woken worker=0 task=5 cause=spawn
      13 0 spawned worker=0 task=6 by=1
      14 0 woken worker=0 task=6 cause=spawn
      15 0 poll-ended worker=0 task=1 result=pending
      16 0 stole worker=1 tasks=2 victim=0
      17 0 poll-started worker=0 task=5
      18 0 woken worker=0 task=5 cause=task by=5
      19 0 poll-ended worker=0 task=5 result=pending
      20 0 poll-started worker=0 task=5
      21 0 poll-ended worker=0 task=5 result=ready
      22 0 poll-started worker=0 task=6
      23 0 woken worker=0 task=6 cause=task by=6
      24 0 poll-ended worker=0 task=6 result=pending
      25 0 poll-started worker=0 task=6
      26 0 poll-ended worker=0 task=6 result=ready
      27 0 poll-started worker=0 task=4
      28 0 woken worker=0 task=4 cause=task by=4
      29 0 poll-ended worker=0 task=4 result=pending
      30 0 poll-started worker=1 task=3
      31 0 woken worker=1 task=3 cause=task by=3
      32 0 poll-ended worker=1 task=3 result=pending
      33 0 poll-started worker=1 task=2
      34 0 woken worker=1 task=2 cause=task by=2
      35 0 poll-ended worker=1 task=2 result=pending
      36 0 poll-started worker=0 task=4
      37 0 poll-ended worker=0 task=4 result=ready
      38 0 stole worker=0 tasks=1 victim=1
      39 0 poll-started worker=0 task=3
      40 0 poll-ended worker=0 task=3 result=ready
      41 0 poll-started worker=1 task=2
      42 0 poll-ended worker=1 task=2 result=ready
      43 0 woken worker=1 task=1 cause=task by=2
      44 0 poll-started worker=1 task=1
      45 0 poll-ended worker=1 task=1 result=ready
      46 0 worker-stopped worker=0
      47 0 worker-stopped worker=1
      """;
}
