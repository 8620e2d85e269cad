package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.FieldPlan.Kept;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells, for a [Narration], how a body is left and entered at its awaits, and what its variables
/// are called.
final class Crossings {
  private static final String VALUE = "value";

  private final Body body;
  private final FieldPlan plan;
  private final Page page;

  Crossings(Body body, FieldPlan plan, Page page) {
    this.body = body;
    this.plan = plan;
    this.page = page;
  }

  /// Where a poll begins. A body that is resumed takes back what it needs, and polls where it
  /// stood.
  void dispatch() {
    page.statement("switch (state) {");
    page.statement("  case 0: goto start;");
    for (AwaitSite site : body.awaits()) {
      page.statements("  case " + site.number() + ": ", restore(site));
    }
    page.statement("  default: throw polledAfterEnd();");
    page.statement("}");
    page.label("start");
    page.statements("", begin());
  }

  private List<String> begin() {
    List<String> all = new ArrayList<>();
    for (Kept kept : plan.captured()) {
      Variable variable = kept.variable();
      if (variable != null) {
        all.add("%s = this.%s;".formatted(parameter(kept.slot()), variable.name()));
        if (plan.goesStaleAtStart(variable)) {
          all.add("this.%s = null;".formatted(variable.name()));
        }
      }
    }
    return all;
  }

  private List<String> restore(AwaitSite site) {
    List<String> all = new ArrayList<>();
    for (Kept kept : plan.locals(site)) {
      restore(all, site, kept, name(kept.slot(), site.at()));
    }
    int number = 0;
    for (Kept kept : plan.operands(site)) {
      restore(all, site, kept, "stack" + number++);
    }
    all.add("awaited = this.awaiting;");
    all.add("this.awaiting = null;");
    all.add("goto " + label(site) + ";");
    return all;
  }

  private void restore(List<String> all, AwaitSite site, Kept kept, String name) {
    Variable variable = kept.variable();
    if (variable == null) {
      all.add(name + " = null;");
      return;
    }
    all.add("%s = this.%s;".formatted(name, variable.name()));
    if (plan.goesStale(site, variable)) {
      all.add("this.%s = null;".formatted(variable.name()));
    }
  }

  private static String label(AwaitSite site) {
    return "await" + site.number();
  }

  /// An await; answers its value.
  Term await(AwaitSite site, Term future) {
    String one = site.kind() == Awaits.ONE ? future.text() : "all(" + future.text() + ")";
    String value = VALUE + site.number();
    page.statement("awaited = " + one + ";");
    page.label(label(site));
    page.statement("if (!(awaited.poll(cx) instanceof Ready(var " + value + "))) {");
    page.statements("  ", save(site));
    page.statement("}");
    return Term.variable(value);
  }

  private List<String> save(AwaitSite site) {
    List<String> all = new ArrayList<>();
    for (Kept kept : plan.locals(site)) {
      save(all, kept.variable(), name(kept.slot(), site.at()));
    }
    int number = 0;
    for (Kept kept : plan.operands(site)) {
      save(all, kept.variable(), "stack" + number++);
    }
    all.add("this.awaiting = awaited;");
    all.add("state = " + site.number() + ";");
    all.add("return PENDING;");
    return all;
  }

  private static void save(List<String> all, @Nullable Variable variable, String name) {
    if (variable != null && !variable.isConstant()) {
      all.add("this.%s = %s;".formatted(variable.name(), name));
    }
  }

  /// Whether this is what an await has answered; the compiler casts it to what the future promises.
  boolean isAwaited(Term term) {
    for (AwaitSite site : body.awaits()) {
      if (term.text().equals(VALUE + site.number())) {
        return true;
      }
    }
    return false;
  }

  private String parameter(int slot) {
    String name = body.listing().parameterName(slot);
    return name == null ? name(slot, 0) : SourceNames.variable(name);
  }

  /// The name of the variable that is in a slot.
  String name(int slot, int at) {
    return name(slot, List.of(at));
  }

  /// The name of the variable that a slot has once it is stored: its scope begins behind the store.
  String nameOfStored(int slot, int at) {
    return name(slot, List.of(at, at + 1, at + 2));
  }

  private String name(int slot, List<Integer> places) {
    for (int at : places) {
      String name = body.listing().nameAt(slot, at);
      if (name != null) {
        return SourceNames.variable(name);
      }
    }
    return slot == 0 && !body.listing().isStatic() ? SourceNames.SELF : "local" + slot;
  }
}
