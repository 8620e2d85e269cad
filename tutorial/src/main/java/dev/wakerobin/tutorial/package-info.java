/// The book. Its chapters are the packages below this one, to be read in the order of their
/// numbers; begin with [dev.wakerobin.tutorial.chapter00.Chapter00].
///
/// A chapter *is* the program that it talks about: the comments are its text, the members are its
/// listings, and `./wakerobin run N` runs it. What holds the chapters together is in here:
///
/// ```
///   Book ── Chapter ── Heading        the chapters, and what stands above each
///            │   │        └ Station   where we are on the map of a future's life
///            │   └ Page               what a chapter is printed on
///            └ Stage ── Onlooker      what it runs on, and who looks on:
///                 Gallery             keeps the traces of its programs
///                 Transcript          writes all of it down, for the site
/// ```
///
/// The command that reads them aloud is in `dev.wakerobin.tutorial.command`.
package dev.wakerobin.tutorial;
