/// The book. Its chapters are the packages below this one, to be read in the order of their
/// numbers; begin with [dev.wakerobin.tutorial.chapter00.Chapter00].
///
/// A chapter *is* the program that it talks about: the comments are its text, the members are its
/// listings, and `./wakerobin run N` runs it. What holds the chapters together is in here:
///
/// ```
///   Main ── CommandLine ── Command    what was typed, or a Complaint about it
///    │
///   Book ── Chapter ── Heading        the chapters, and what stands above each
///            │   │        └ Station   where we are on the map of a future's life
///            │   └ Page ── Terminal   what a chapter is printed on
///            └ Stage                  the scheduler that it runs on
///   Race ── Gallery ── Timelines      a chapter on several of them, in figures and rows
/// ```
package dev.wakerobin.tutorial;
