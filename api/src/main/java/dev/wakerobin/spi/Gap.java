package dev.wakerobin.spi;

/// 128 bytes that nobody uses, two lines of the cache, for processors fetch them in pairs. What a
/// subclass adds lies apart from whatever the collector puts before the object; a gap behind it the
/// subclass has to add in a subclass of its own. For objects to which one thread writes all the
/// time while others are busy with their neighbours.
///
/// ```
///   │ header │ 128 bytes │ what the subclass adds │ 128 bytes of its own subclass │
/// ```
///
/// Superclasses come first in memory: that has been so in every HotSpot. A JVM that did otherwise
/// would only be slower.
@SuppressWarnings("unused")
public abstract class Gap {
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

  /// For subclasses.
  protected Gap() {}
}
