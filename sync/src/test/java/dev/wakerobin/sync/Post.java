package dev.wakerobin.sync;

/// One who sends, or reserves: the future, and what the model says of it.
final class Post {
  final int value;
  final boolean reserving;
  final Hand<?> hand;
  boolean granted; // Holds a slot.

  Post(int value, boolean reserving, Hand<?> hand) {
    this.value = value;
    this.reserving = reserving;
    this.hand = hand;
  }
}
