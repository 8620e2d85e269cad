package dev.wakerobin.async.lowering;

import dev.wakerobin.async.lowering.FieldPlan.Kept;
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

  /// Where a poll begins.
  void dispatch() {
    page.statement("switch (state) {");
    page.statement("  case 0: goto start;");
    for (AwaitSite site : body.awaits()) {
      page.statement("  case " + site.number() + ": goto resume" + site.number() + ";");
    }
    page.statement("  default: throw polledAfterEnd();");
    page.statement("}");
    for (AwaitSite site : body.awaits()) {
      page.label("resume" + site.number());
      page.statement(unlessReady(site, "this.awaiting") + " return PENDING;");
      StringBuilder restore = new StringBuilder("this.awaiting = null; ");
      for (Kept kept : plan.locals(site)) {
        restore(restore, site, kept, name(kept.slot(), site.at()));
      }
      int number = 0;
      for (Kept kept : plan.operands(site)) {
        restore(restore, site, kept, "stack" + number++);
      }
      page.statement(restore + "goto after" + site.number() + ";");
    }
    page.label("start");
    StringBuilder captured = new StringBuilder();
    for (Kept kept : plan.captured()) {
      Variable variable = kept.variable();
      if (variable != null) {
        captured.append("%s = this.%s; ".formatted(parameter(kept.slot()), variable.name()));
        if (plan.goesStaleAtStart(variable)) {
          captured.append("this.%s = null; ".formatted(variable.name()));
        }
      }
    }
    if (!captured.isEmpty()) {
      page.statement(captured.toString().strip());
    }
  }

  private void restore(StringBuilder text, AwaitSite site, Kept kept, String name) {
    Variable variable = kept.variable();
    if (variable == null) {
      text.append(name).append(" = null; ");
      return;
    }
    text.append("%s = this.%s; ".formatted(name, variable.name()));
    if (plan.goesStale(site, variable)) {
      text.append("this.%s = null; ".formatted(variable.name()));
    }
  }

  private static String unlessReady(AwaitSite site, String future) {
    return "if (!(" + future + ".poll(cx) instanceof Ready(var " + VALUE + site.number() + ")))";
  }

  /// An await; answers its value.
  Term await(AwaitSite site, Term future) {
    String one = site.kind() == Awaits.ONE ? future.text() : "all(" + future.text() + ")";
    page.statement("awaited = " + one + ";");
    StringBuilder leave = new StringBuilder(unlessReady(site, "awaited")).append(" { ");
    for (Kept kept : plan.locals(site)) {
      save(leave, kept.variable(), name(kept.slot(), site.at()));
    }
    int number = 0;
    for (Kept kept : plan.operands(site)) {
      save(leave, kept.variable(), "stack" + number++);
    }
    page.statement(
        leave + "this.awaiting = awaited; state = " + site.number() + "; return PENDING; }");
    page.label("after" + site.number());
    return Term.variable(VALUE + site.number());
  }

  private static void save(StringBuilder text, @Nullable Variable variable, String name) {
    if (variable != null && !variable.isConstant()) {
      text.append("this.%s = %s; ".formatted(variable.name(), name));
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
    return name == null ? name(slot, 0) : name;
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
        return name;
      }
    }
    return slot == 0 && !body.listing().isStatic() ? "this" : "local" + slot;
  }
}
