package dev.wakerobin.async;

/// What stands around the bodies of a random program: fields, arrays and methods that they use,
/// half of them private.
final class ProgramFrame {
  private static final String HEAD =
      """
      package cases;

      import static dev.wakerobin.async.Async.*;

      import dev.wakerobin.*;
      import dev.wakerobin.async.*;

      class Random {
        private static final Box BOX = new Box();

        private static Box box(Probe p) {
          p.log("box");
          return BOX;
        }

        private static String cut(String text) {
          return text.length() > 30 ? text.substring(0, 5) : text;
        }

        static <T> T pass(Probe p, Object a, Object b, T value) {
          p.log(cut(a + " " + b));
          return value;
        }

        static Object object(int kind) {
          return switch (kind & 3) {
            case 0 -> kind;
            case 1 -> "text" + kind;
            case 2 -> new Row(kind, "r", 0.5);
            default -> 'c';
          };
        }

      """;

  private ProgramFrame() {}

  static String around(String bodies) {
    StringBuilder text = new StringBuilder(HEAD).append(bodies);
    StringBuilder fields = new StringBuilder();
    StringBuilder conversions = new StringBuilder();
    for (ValueType type : ValueType.values()) {
      String access = type.word().length() % 2 == 0 ? "private " : "";
      String word = type.word();
      String one = type.literal(1);
      String field = type.field();
      fields.append("%s%s %s = %s;%n".formatted(access, word, field, one));
      fields.append("%sstatic %s %ss = %s;%n".formatted(access, word, field, one));
      fields.append("%s%s[] %sArray = {%s, %s};%n".formatted(access, word, field, one, one));
      conversions.append("%s%s %s() { return %s; }%n".formatted(access, word, field, of(type)));
    }
    text.append("static class Box {\n").append(fields).append("}\n");
    text.append("record Row(long a, String b, double c) {\n").append(conversions).append("}\n");
    return text.append("}\n").toString();
  }

  private static String of(ValueType type) {
    return switch (type) {
      case BOOLEAN -> "a > c";
      case STRING -> "b";
      case BYTE, SHORT, CHAR, INT, LONG -> "(" + type.word() + ") a";
      case FLOAT, DOUBLE -> "(" + type.word() + ") c";
    };
  }
}
