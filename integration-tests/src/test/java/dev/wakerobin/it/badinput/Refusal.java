package dev.wakerobin.it.badinput;

import java.util.List;

/// A call with an argument that has to be refused at once, and what the refusal has to say.
///
/// @param call as in `Channel.bounded(0)`
/// @param kind what is thrown
/// @param says parts of the message: what it is about, the value, what to do
record Refusal(String call, Call code, Class<? extends Throwable> kind, List<String> says) {

  /// A call that is expected to throw.
  @FunctionalInterface
  interface Call {
    Object make() throws Exception;
  }

  /// A number, a length of time or a text that cannot be.
  static Refusal bad(String call, Call code, String... says) {
    return new Refusal(call, code, IllegalArgumentException.class, List.of(says));
  }

  /// Null for the parameter of that name.
  static Refusal none(String call, Call code, String parameter) {
    return new Refusal(call, code, NullPointerException.class, List.of(parameter));
  }

  @Override
  public String toString() {
    return call;
  }
}
