/// The `wakerobin` command. What is typed goes from the left to the right:
///
/// ```
///   Main ── Arguments ── Commands ── Command     Start, Contents, RunChapter, Race, …
///               │            │          │
///             Option ────  Usage ──   Seat ── Terminal     where the reader sits
///                            │
///                          Help                  made from the same table
/// ```
package dev.wakerobin.tutorial.command;
