package dev.wakerobin.sync;

/// What became of an attempt to send without waiting.
public enum TrySend {
  /// The value is in the channel.
  SENT,
  /// There is no room just now, or others wait for it. The value was not sent.
  FULL,
  /// The channel is closed, or this sender. The value was not sent.
  CLOSED
}
