package dev.wakerobin.async.lowering;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which fields a frame has, and what is kept in which of them at each await.
final class FieldPlan implements Backwards.Step {

  /// A slot, or -1 for an operand, and the field that keeps it; no field, if it is known to be
  /// null.
  record Kept(int slot, Type type, @Nullable Variable variable) {}

  private final Body body;
  private final Map<String, Variable> variables = new HashMap<>();
  private final List<Variable> inOrder = new ArrayList<>();
  private final List<Kept> captured = new ArrayList<>();
  private final List<List<Kept>> locals = new ArrayList<>();
  private final List<List<Kept>> operands = new ArrayList<>();
  private final List<BitSet> saved = new ArrayList<>();
  private final Backwards unsavedLater;

  FieldPlan(Body body) {
    this.body = body;
    planCaptured();
    for (AwaitSite site : body.awaits()) {
      planSite(site);
    }
    findConstants();
    BitSet asked = new BitSet();
    for (AwaitSite site : body.awaits()) {
      asked.set(site.at());
    }
    unsavedLater = new Backwards(body.listing(), asked, this);
  }

  private void planCaptured() {
    int slot = 0;
    Set<String> taken = new HashSet<>();
    for (ClassDesc parameter : body.listing().parameters()) {
      Type type = Type.of(parameter);
      captured.add(new Kept(slot, type, variable(nameOf(slot, 0), type, taken)));
      slot += type.slots();
    }
  }

  private void planSite(AwaitSite site) {
    Set<String> taken = new HashSet<>();
    BitSet here = new BitSet();
    List<Kept> kept = new ArrayList<>();
    for (int slot = site.live().nextSetBit(0); slot >= 0; slot = site.live().nextSetBit(slot + 1)) {
      kept.add(keep(slot, site.before().local(slot), nameOf(slot, site.at()), taken, here));
    }
    locals.add(kept);
    List<Kept> stack = new ArrayList<>();
    for (Type type : site.operands()) {
      stack.add(keep(-1, type, "stack" + stack.size(), taken, here));
    }
    operands.add(stack);
    saved.add(here);
  }

  private Kept keep(int slot, Type type, String name, Set<String> taken, BitSet here) {
    if (type == Type.NULL) {
      return new Kept(slot, type, null);
    }
    Variable variable = variable(name, type, taken);
    here.set(variable.number());
    return new Kept(slot, type, variable);
  }

  private String nameOf(int slot, int at) {
    String name = at == 0 ? body.listing().parameterName(slot) : body.listing().nameAt(slot, at);
    if (name == null) {
      return slot == 0 && !body.listing().isStatic() ? SourceNames.SELF : "local" + slot;
    }
    return SourceNames.variable(name);
  }

  /// The field of that name and kind. If it is taken at this await already, by another variable of
  /// the same name, one of another name.
  private Variable variable(String wanted, Type type, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "$" + i;
    }
    String key = type.kind() + " " + name;
    Variable variable = variables.get(key);
    if (variable == null) {
      variable = new Variable(inOrder.size(), name, type);
      variables.put(key, variable);
      inOrder.add(variable);
    }
    variable.admit(type);
    return variable;
  }

  private void findConstants() {
    for (Kept kept : captured) {
      Variable variable = kept.variable();
      if (variable != null
          && !body.isStored(kept.slot())
          && isSavedEverywhere(variable)
          && isOnlyIn(kept.slot(), variable)) {
        variable.makeConstant();
      }
    }
  }

  private boolean isSavedEverywhere(Variable variable) {
    for (BitSet here : saved) {
      if (!here.get(variable.number())) {
        return false;
      }
    }
    return true;
  }

  private boolean isOnlyIn(int slot, Variable variable) {
    for (List<Kept> here : locals) {
      for (Kept kept : here) {
        if (kept.variable() == variable && kept.slot() != slot) {
          return false;
        }
      }
    }
    return true;
  }

  /// At an await: all fields that it does not write.
  @Override
  public void apply(int at, BitSet unsaved) {
    Optional<AwaitSite> site = body.awaitAt(at);
    if (site.isPresent()) {
      BitSet others = (BitSet) saved(site.get()).clone();
      others.flip(0, inOrder.size());
      unsaved.or(others);
    }
  }

  private BitSet saved(AwaitSite site) {
    return saved.get(site.number() - 1);
  }

  /// All fields, in the order they were met: first what the body has captured.
  List<Variable> variables() {
    return inOrder;
  }

  /// What the body is given when it is made.
  List<Kept> captured() {
    return captured;
  }

  /// The local slots that are kept while the body is suspended there.
  List<Kept> locals(AwaitSite site) {
    return locals.get(site.number() - 1);
  }

  /// Its operands and the fields that keep them, the topmost last.
  List<Kept> operands(AwaitSite site) {
    return operands.get(site.number() - 1);
  }

  /// Whether a field is to be nulled when its value has been taken out at that await: a later await
  /// may suspend the body without writing the field again, and it would hold what nobody needs.
  boolean goesStale(AwaitSite site, Variable variable) {
    return variable.isReference()
        && !variable.isConstant()
        && unsavedLater.after(site.at()).get(variable.number());
  }

  /// The same of a captured value, when the body starts.
  boolean goesStaleAtStart(Variable variable) {
    return variable.isReference() && !variable.isConstant() && !isSavedEverywhere(variable);
  }
}
