package dev.wakerobin.tutorial.chapter01;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// A network made of cardboard: it counts the packets that are sent.
final class Network {
  private int packets; // One thread at a time: first the task's, then, after blockOn, the caller's.

  /// Connects to that address. Does it?
  Future<String> connect(String address) {
    return _ -> {
      packets++;
      return Poll.ready("connected to " + address);
    };
  }

  int packets() {
    return packets;
  }
}
