package dev.wakerobin.async;

import dev.wakerobin.async.Script.Entry;
import dev.wakerobin.async.lowering.Lowering;
import dev.wakerobin.spi.Suspended.Variable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the variables of a suspended body out of its frame.
final class Variables {
  private Variables() {}

  static List<Variable> of(Frame<?> frame, Script script, int state) {
    List<Variable> variables = new ArrayList<>();
    for (Entry entry : script.variables(state)) {
      variables.add(new Variable(Lowering.sourceVariable(entry.field()), value(frame, entry)));
    }
    return variables;
  }

  private static String value(Frame<?> frame, Entry entry) {
    if (entry.kind() == 'N') {
      return "null";
    }
    Object value = read(frame, entry);
    if (value instanceof Integer number) {
      return switch (entry.shown()) {
        case 'Z' -> number == 0 ? "false" : "true";
        case 'C' -> Printed.text((char) (int) number);
        default -> Printed.text(number);
      };
    }
    return Printed.text(value);
  }

  private static @Nullable Object read(Frame<?> frame, Entry entry) {
    for (Field field : frame.getClass().getDeclaredFields()) {
      if (field.getName().equals(entry.field()) && kind(field.getType()) == entry.kind()) {
        try {
          return frame.lookup().unreflectVarHandle(field).get(frame);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field + " cannot be read", e);
        }
      }
    }
    throw new IllegalStateException(frame.getClass() + " has no field " + entry);
  }

  private static char kind(Class<?> type) {
    return type.isPrimitive() ? type.descriptorString().charAt(0) : 'A';
  }
}
