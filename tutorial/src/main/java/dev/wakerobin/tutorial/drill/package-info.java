/// Questions of the kind “what is printed, and in which order?”, as many as there are numbers. They
/// follow the homework of “Operating Systems: Three Easy Pieces” (R. and A. Arpaci-Dusseau).
///
/// ```
///   seed ── Inventor ── Drill ── Body ── Statement    a small program, made at random
///                         │
///                       Rules                         by which its order can be worked out
///                         │
///                      Rehearsal ── Turn              the program, really run on the lab:
///                         │                           the answer
///                       Scene ── Actor                it, while it runs
/// ```
package dev.wakerobin.tutorial.drill;
