/// Chapter 6, the annex: tasks beside threads, in real time. It is not needed to follow the
/// chapter; read it to know what the figures mean.
///
/// ```
///   Comparison ── Scales ── Dormitory    what it shows; how it weighs; who lies there
/// ```
package dev.wakerobin.tutorial.chapter06.annex;
