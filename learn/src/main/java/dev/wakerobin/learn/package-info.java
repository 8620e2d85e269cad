/// The `learn` command.
///
/// ```
///   Catalogue ── Exercise ── Kind      what there is to do, read from learn/exercises
///   Desk                               the learner's own files, laid out from there
///   Progress                           what was passed, and which hints were taken
///
///   Checking ─▶ Compiler ─▶ Lesson ─▶ Verdict    compiles a file with its check, and runs it
///                           Classroom            in threads that can be left behind
///
///   Main ── Order                      the verbs: check, hint, solution, reset, list
///   Watch ── Checker ── CheckerLoop    checks again whenever a file was saved, in another JVM
/// ```
///
/// Read `Exercise` first, then `Checking`.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.learn;
