package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method that awaits, as far as it has to be understood to be lowered: its awaits, which of its
/// variables live across them, and which objects are under construction meanwhile.
final class Body implements Backwards.Step {
  private final Listing listing;
  private final Access access;
  private final Map<Integer, AwaitSite> awaits = new HashMap<>();
  private final List<AwaitSite> inOrder = new ArrayList<>();
  private final BitSet rebuilt = new BitSet();
  private final BitSet stored = new BitSet();
  private final Backwards liveness;

  Body(Listing listing, Access access) {
    this.listing = listing;
    this.access = access;
    this.liveness = new Backwards(listing, placesToAsk(listing), this);
    walk();
  }

  private static BitSet placesToAsk(Listing listing) {
    BitSet asked = new BitSet();
    for (int at = 0; at < listing.size(); at++) {
      CodeElement element = listing.element(at);
      if (Awaits.of(element).isPresent()
          || (element instanceof Instruction instruction
              && instruction.opcode().kind() == Opcode.Kind.BRANCH)) {
        asked.set(at);
      }
    }
    return asked;
  }

  /// Liveness: what a slot holds is needed before it is read, and not before it is written.
  @Override
  public void apply(int at, BitSet live) {
    CodeElement element = listing.element(at);
    if (element instanceof LoadInstruction load) {
      live.set(load.slot());
    } else if (element instanceof IncrementInstruction increment) {
      live.set(increment.slot());
      stored.set(increment.slot());
    } else if (element instanceof StoreInstruction store) {
      live.clear(store.slot());
      stored.set(store.slot());
    }
  }

  private void walk() {
    Simulation simulation = new Simulation(listing);
    Monitors monitors = new Monitors(listing);
    for (int at = 0; at < listing.size(); at++) {
      monitors.run(at);
      simulation.arriveAt(at);
      if (simulation.isReachable()) {
        look(at, simulation.shape(), monitors);
      }
      simulation.run(at);
    }
  }

  private void look(int at, Shape shape, Monitors monitors) {
    CodeElement element = listing.element(at);
    Optional<Awaits> kind = Awaits.of(element);
    if (kind.isPresent()) {
      if (monitors.held() > 0) {
        throw Refusals.synchronizedBlock(listing, at);
      }
      addAwait(at, kind.get(), shape);
    } else if (element instanceof InvokeInstruction call && isBarredConstructor(call)) {
      Type made = shape.peek(call.typeSymbol().parameterCount());
      if (made.isFresh()) {
        rebuilt.set(made.madeAt());
      }
    }
  }

  private void addAwait(int at, Awaits kind, Shape shape) {
    int number = inOrder.size() + 1;
    BitSet live = liveness.after(at);
    AwaitSite site = new AwaitSite(number, at, kind, listing.line(at), shape.copy(), live);
    for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
      if (shape.local(slot).isFresh()) {
        throw Refusals.unknownCode(listing, at, "a variable with a new object");
      }
    }
    awaits.put(at, site);
    inOrder.add(site);
    for (Type type : shape.stack()) {
      if (type.isFresh()) {
        rebuilt.set(type.madeAt());
      }
    }
  }

  private boolean isBarredConstructor(InvokeInstruction call) {
    return call.name().equalsString("<init>")
        && access.isBarred(call.opcode(), call.owner(), "<init>", call.type().stringValue());
  }

  Listing listing() {
    return listing;
  }

  Access access() {
    return access;
  }

  List<AwaitSite> awaits() {
    return inOrder;
  }

  /// The await at a place, if there is one.
  Optional<AwaitSite> awaitAt(int at) {
    return Optional.ofNullable(awaits.get(at));
  }

  /// Which slots are read later: at labels, and after branches and awaits.
  Backwards liveness() {
    return liveness;
  }

  /// Whether what that `new` makes is made when its arguments are there, and not before: because
  /// there is an await among them, or because the constructor is called through a relay.
  boolean isRebuilt(int madeAt) {
    return rebuilt.get(madeAt);
  }

  /// Whether one of the objects there has been made and no constructor has run on it. Those that
  /// are rebuilt do not count: they are not there yet.
  boolean isUnderConstruction(Shape shape) {
    for (Type type : shape.all()) {
      if (type.isFresh() && !isRebuilt(type.madeAt())) {
        return true;
      }
    }
    return false;
  }

  /// Whether any instruction writes that slot.
  boolean isStored(int slot) {
    return stored.get(slot);
  }
}
