package dev.wakerobin.tck.zoo;

import dev.wakerobin.testkit.Rule;

/// Broken runtimes: the real one, with one method changed while it is loaded.
@SuppressWarnings("ImmutableEnumChecker") // An edit counts how often it was made.
enum RuntimeSpecimen implements Specimen {
  HANDS_OVER_TWICE(Rule.R1, MethodEdit.confuses("TaskState", "ring", "NOTED", "HAND_OVER"), "-"),
  CLEARS_THE_QUEUED_FLAG_BEFORE_THE_POLL(
      Rule.R5, MethodEdit.confuses("TaskState", "startPolling", "POLLING", "IDLE"), "-"),
  TIMERS_UNWATCHED_WITHOUT_PARKERS(
      Rule.R4, MethodEdit.takesForTrue("Engine", "watchClock", "hasParkers"), "-"),
  POLLS_AFTER_AN_ABORT(Rule.R6, MethodEdit.takesFieldForFalse("TaskCell", "run", "aborted"), "-"),
  FORGETS_A_WAKE_DURING_THE_POLL(
      Rule.R7, MethodEdit.answersFalseForTrue("TaskState", "pause"), "-"),
  TAKES_A_WAKE_DURING_THE_POLL_FOR_THE_POLL_ITSELF(
      Rule.R7, MethodEdit.confuses("TaskState", "afterRing", "POLLING_WOKEN", "POLLING"), "-"),
  LOOKS_INSTEAD_OF_SETTING_WHEN_WOKEN_ALREADY(
      Rule.R7, MethodEdit.skipsSettingTheSame("TaskState", "move"), "-"),
  ABORT_WAKES_NOBODY(Rule.R8, MethodEdit.dropsCall("TaskCell", "abort", "handOver"), "-"),
  CANCELS_TWICE(Rule.R8, MethodEdit.callsTwice("TaskCell", "endCancelled", "cancelFuture"), "-"),
  DOES_NOT_TELL_THE_FUTURE(
      Rule.R8, MethodEdit.dropsCall("TaskCell", "endCancelled", "cancelFuture"), "-"),
  THE_END_WAKES_NO_JOINER(Rule.R9, MethodEdit.dropsCall("TaskCell", "end", "wakeJoiners"), "-"),
  A_JOINER_IS_NOT_ENTERED(Rule.R9, MethodEdit.dropsCall("TaskCell", "poll", "addJoiner"), "-"),
  A_FAILURE_IS_TAKEN_FOR_A_CANCEL(
      Rule.R9, MethodEdit.doesNotWrite("TaskCell", "endFailed", "outcome"), "-"),
  A_VALUE_IS_LOST(Rule.R9, MethodEdit.doesNotWrite("TaskCell", "pollOnce", "outcome"), "-"),
  CLOSE_FORGETS_THE_TASKS_THAT_SLEEP(
      Rule.R10,
      MethodEdit.dropsCall("Shutdown", "end", "cancelWithoutScheduler"),
      "tokio#2535: a runtime that was dropped left tasks behind, with what they held"),
  A_TASK_SPAWNED_AFTER_CLOSE_WAITS_FOR_EVER(
      Rule.R10,
      MethodEdit.dropsCall("Engine", "start", "cancelLatecomer"),
      "tokio#1875: spawn_blocking after shutdown; tokio#3752: spawn while shutting down"),
  AN_EARLY_TIMER(
      Rule.R11,
      MethodEdit.addsBeforeComparing("Timers", "isDue", 90_000_000),
      "tokio-timer#14: a tick that is no multiple of 1 ms wakes the task before its time"),
  THE_LAST_TIMER_FIRST(
      Rule.R11,
      MethodEdit.callsInstead("Timers", "takeDue", "getFirst", "getLast"),
      "tokio#1700: a queue of delays waited for the item inserted last instead of the earliest"),
  A_NEARER_DEADLINE_STIRS_NO_SLEEPER(
      Rule.R11, MethodEdit.dropsCall("Sleep", "poll", "lookAgain"), "-"),
  THE_BUDGET_NEVER_ENDS(
      Rule.R12,
      MethodEdit.doesNotWrite("TaskCell", "tryProceed", "budget"),
      "futures-rs#2047: FuturesUnordered kept its task as long as any future in it was ready"),
  A_BROKEN_INSTRUMENT_STAYS(Rule.R13, MethodEdit.dropsCall("Instruments", "remove", "remove"), "-"),
  FINISHED_TASKS_STAY_AMONG_THE_LIVE(
      Rule.R14, MethodEdit.dropsCall("TaskCell", "end", "clear"), "-");

  private final Rule rule;
  private final MethodEdit edit;
  private final String inTheWild;

  RuntimeSpecimen(Rule rule, MethodEdit edit, String inTheWild) {
    this.rule = rule;
    this.edit = edit;
    this.inTheWild = inTheWild;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public String inTheWild() {
    return inTheWild;
  }

  @Override
  public Class<?> contract() throws ReflectiveOperationException {
    return RuntimeCopy.contract(edit);
  }
}
