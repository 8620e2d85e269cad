package dev.wakerobin.sync;

import dev.wakerobin.spi.Gap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// What a receiver has fetched from the [Inbox] and has not handed out yet. It belongs to whoever
/// has opened it; others may ask how much is in it.
///
/// It lies apart in memory, as the inbox does: it is written with each value, while others send.
///
/// @param <T> what is sent
sealed class Basket<T> extends Gap {
  private static final VarHandle OPEN;
  private static final VarHandle SIZE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OPEN = lookup.findVarHandle(Basket.class, "open", boolean.class);
      SIZE = lookup.findVarHandle(Basket.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile boolean open; // Somebody has it.
  private Inbox.@Nullable Item<T> first;
  private int size;

  private Basket() {}

  static <T> Basket<T> create() {
    return new Apart<>();
  }

  /// False if somebody else has it open.
  boolean open() {
    return OPEN.compareAndSet(this, false, true);
  }

  /// Whoever opens it next sees it as it is.
  void close() {
    OPEN.setRelease(this, false);
  }

  /// Takes the first value, if there is one.
  @Nullable T poll() {
    Inbox.Item<T> item = first;
    if (item == null) {
      return null;
    }
    first = item.next();
    SIZE.setOpaque(this, size - 1);
    return item.value();
  }

  /// Fetches all that has arrived. To be called when this is empty.
  void fetch(Inbox<T> inbox) {
    first = inbox.takeAll();
    SIZE.setOpaque(this, Inbox.count(first));
  }

  /// As if it had never been taken: it comes first again.
  void putBack(T value) {
    first = new Inbox.Item<>(value, first);
    SIZE.setOpaque(this, size + 1);
  }

  int size() {
    return (int) SIZE.getOpaque(this);
  }

  /// The basket with a gap behind it, too.
  @SuppressWarnings("unused")
  private static final class Apart<T> extends Basket<T> {
    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
    long behind8;
    long behind9;
    long behind10;
    long behind11;
    long behind12;
    long behind13;
    long behind14;
    long behind15;
  }
}
