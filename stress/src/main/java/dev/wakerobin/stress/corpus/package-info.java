/// Programs that work with real libraries, for the checks named corpus: each has the same outcome
/// whenever it is run, whether its library is as it is or lowered.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.stress.corpus;
