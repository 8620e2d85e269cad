/// Runs the checks that need minutes: a model checker (Lincheck) over interleavings, jcstress over
/// the order in which memory is seen, and the lowering of async bodies over whole libraries. Read
/// `Main` first.
///
/// The first two complement each other. The model checker decides itself who goes on at each
/// step, so it finds an interleaving that a machine shows once in a week, but it believes in
/// sequential consistency. jcstress runs on the hardware and under the compilers as they are, and
/// sees their reorderings, but only those that come up.
///
/// Where the checker is blind, as its weakened variants and trials with it have shown: its
/// `LockSupport.park` returns whenever it likes, so a lost `unpark` is found only if somebody loops
/// for it; therefore the scenarios sleep on monitors, and who watches the timers is left to
/// `EventWatchTest`. It takes a loop of more than 50 rounds for one that never ends. It follows
/// only classes that it sees named (`Model`).
///
/// What is checked are the compiled classes of the modules. Beside them are variants that were
/// weakened on purpose, each named for its weakness: they show that a check can fail.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.stress;
