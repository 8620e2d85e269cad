package dev.wakerobin.runtime;

/// 128 bytes that nobody uses, two lines of the cache, for processors fetch them in pairs. What a
/// subclass adds lies apart from whatever the collector puts before the object.
///
/// Superclasses come first in memory: that has been so in every HotSpot. A JVM that did otherwise
/// would only be slower.
@SuppressWarnings("unused")
abstract class Gap {
  long gap0;
  long gap1;
  long gap2;
  long gap3;
  long gap4;
  long gap5;
  long gap6;
  long gap7;
  long gap8;
  long gap9;
  long gap10;
  long gap11;
  long gap12;
  long gap13;
  long gap14;
  long gap15;
}
