package dev.wakerobin.async.lowering;

import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.LocalVariable;
import org.jspecify.annotations.Nullable;

/// Writes what dumps need of a body, as `dev.wakerobin.async.Script` reads it: one constant.
final class ScriptText {
  /// A constant has room for 65,535 bytes, and a character takes three at most.
  private static final int MOST_CHARACTERS = 20_000;

  private final Body body;
  private final Listing listing;
  private final FieldPlan plan;

  ScriptText(Body body, FieldPlan plan) {
    this.body = body;
    this.listing = body.listing();
    this.plan = plan;
  }

  String write() {
    HostClass host = listing.host();
    StringBuilder script = new StringBuilder(host.file());
    script.append('|').append(host.name().replace('/', '.'));
    script.append('|').append(SourceNames.method(listing));
    char before = '|';
    for (AwaitSite site : body.awaits()) {
      script.append(before).append(site.line());
      before = ',';
    }
    if (body.awaits().isEmpty()) {
      script.append('|');
    }
    int end = script.append('|').length();
    writeVariables(script);
    if (script.length() > MOST_CHARACTERS) {
      script.setLength(end);
      script.append('|');
    }
    return script.toString();
  }

  private void writeVariables(StringBuilder script) {
    char before = 0;
    for (Variable variable : plan.variables()) {
      if (before != 0) {
        script.append(before);
      }
      script.append(variable.name()).append('/').append(letter(variable.kind()));
      before = ';';
    }
    before = '|';
    for (AwaitSite site : body.awaits()) {
      script.append(before);
      writeKept(script, site);
      before = ';';
    }
    if (before == '|') {
      script.append(before);
    }
  }

  private void writeKept(StringBuilder script, AwaitSite site) {
    int start = script.length();
    for (FieldPlan.Kept kept : plan.locals(site)) {
      LocalVariable named = listing.variableAt(kept.slot(), site.at());
      if (isCompilersOwn(named)) {
        continue;
      }
      if (script.length() > start) {
        script.append('.');
      }
      Variable variable = kept.variable();
      if (variable == null) {
        String name = named == null ? "local" + kept.slot() : named.name().stringValue();
        script.append('/').append(SourceNames.variable(name));
      } else {
        script.append(variable.number());
        script.append(named == null ? letter(variable.kind()) : letter(named));
      }
    }
  }

  /// What a loop keeps has no name, or one like `arr$`.
  private boolean isCompilersOwn(@Nullable LocalVariable named) {
    return named == null ? listing.hasNames() : named.name().stringValue().endsWith("$");
  }

  private static char letter(LocalVariable named) {
    return letter(TypeKind.fromDescriptor(named.type().stringValue()));
  }

  /// As in a descriptor; `A` for a reference.
  private static char letter(TypeKind kind) {
    return switch (kind) {
      case REFERENCE -> 'A';
      case BOOLEAN -> 'Z';
      case BYTE -> 'B';
      case CHAR -> 'C';
      case SHORT -> 'S';
      case INT -> 'I';
      case LONG -> 'J';
      case FLOAT -> 'F';
      case DOUBLE -> 'D';
      case VOID -> 'V';
    };
  }
}
