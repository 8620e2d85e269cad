/// Async functions. What users see, and behind it what makes it go:
///
/// ```
///   Async  AsyncBody  AsyncAction          async(() -> { … await(future) … })
///   Frame                                  the future of a body: where it stands
///   Restriction  RestrictionException      what a body cannot do, and the words for it
///   CancelledAwait                         what an await fails with in a cancel
///   ──────────────────────────────────────────────────────────────────────────────
///   BuildDoor ─ Orphans  LoadDoor          lowered before it is used: in a folder, in an agent
///   Door  Debugger  Stepping               or not at all: stepping through a body
///   BodyClass ─ LazyDoor ─ HostFile        from a lambda to the class of its frame
///   Captures  Methods  Modules  Resources  what a lambda is, where its code is, may we
///   Introduction  FrameMaker               how a generated class is taken into use
///   DirectBody  VirtualBody                bodies without awaits; method references
///   Relay                                  what a frame does with its host's rights
///   Script  Misplaced                      positions, for people
///   AllOf  CancelledFuture  Thrown
/// ```
///
/// How code becomes a frame is in `dev.wakerobin.async.lowering`.
package dev.wakerobin.async;
