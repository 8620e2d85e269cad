package dev.wakerobin;

/// How another thread takes the place of the one that polls, while that one waits for it.
///
/// Who polls is known by thread: which task it is, which runtime is current, what is bound to it. A
/// future that has a part of its poll done by another thread, and waits, has that thread know the
/// same. A debugger's view of an async body is such a future.
///
/// ```
///   polling thread   standIn() ─▶ waits ──────────────────────────▶ goes on
///   other thread                  enter() ─▶ works ─▶ leave()
/// ```
public interface StandIn {

  /// Of one that is polled by hand: there is nothing to know.
  StandIn NOBODY =
      new StandIn() {
        @Override
        public void enter() {}

        @Override
        public void leave() {}
      };

  /// Called by the other thread before it works.
  void enter();

  /// Called by the other thread before the polling thread goes on.
  void leave();
}
