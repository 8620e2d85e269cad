package dev.wakerobin.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/// An object as a key, whatever its own `equals` says, that does not keep it alive. Once it is gone
/// the key is equal to itself alone.
final class Identity extends WeakReference<Object> {
  private final int hash;

  Identity(Object object, ReferenceQueue<Object> gone) {
    super(object, gone);
    this.hash = System.identityHashCode(object);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Identity that)) {
      return false;
    }
    Object mine = get();
    return this == that || (mine != null && that.refersTo(mine));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
