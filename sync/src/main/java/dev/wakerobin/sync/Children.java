package dev.wakerobin.sync;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// The children of a [CancellationToken], in the order in which they were born.
///
/// They are known by weak references. A server's token lives as long as the server, and has a child
/// for each connection there ever was; nobody is obliged to cancel a child. Who waits for a child
/// holds it, so a child that is collected is one that nobody waits for.
///
/// Guarded by the token it belongs to.
final class Children {

  /// One child's place.
  static final class Link extends WeakReference<CancellationToken> {
    private Link(CancellationToken child, ReferenceQueue<CancellationToken> collected) {
      super(child, collected);
    }
  }

  private final Set<Link> links = new LinkedHashSet<>();
  private final ReferenceQueue<CancellationToken> collected = new ReferenceQueue<>();

  Link add(CancellationToken child) {
    removeCollected();
    Link link = new Link(child, collected);
    links.add(link);
    return link;
  }

  void remove(Link link) {
    links.remove(link);
  }

  void forEach(Consumer<CancellationToken> action) {
    for (Link link : links) {
      CancellationToken child = link.get();
      if (child != null) {
        action.accept(child);
      }
    }
  }

  int size() {
    removeCollected();
    return links.size();
  }

  private void removeCollected() {
    Reference<? extends CancellationToken> gone = collected.poll();
    while (gone != null) {
      links.remove(gone);
      gone = collected.poll();
    }
  }
}
