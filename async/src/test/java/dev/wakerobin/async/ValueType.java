package dev.wakerobin.async;

/// The types of values in random programs.
enum ValueType {
  BOOLEAN("boolean"),
  BYTE("byte"),
  SHORT("short"),
  CHAR("char"),
  INT("int"),
  LONG("long"),
  FLOAT("float"),
  DOUBLE("double"),
  STRING("String");

  private static final ValueType[] ALL = values();
  private static final int FIRST_NUMBER = 1;
  private static final int NUMBERS = 7;

  private final String word;

  ValueType(String word) {
    this.word = word;
  }

  static ValueType any(int pick) {
    return ALL[pick % ALL.length];
  }

  static ValueType number(int pick) {
    return ALL[FIRST_NUMBER + pick % NUMBERS];
  }

  String word() {
    return word;
  }

  /// The field of that type in the class `Box` of [ProgramText].
  String field() {
    return word.toLowerCase(java.util.Locale.ROOT) + "Field";
  }

  boolean isNumber() {
    return this != BOOLEAN && this != STRING;
  }

  boolean isWhole() {
    return isNumber() && this != FLOAT && this != DOUBLE;
  }

  String literal(int pick) {
    return switch (this) {
      case BOOLEAN -> pick % 2 == 0 ? "false" : "true";
      case STRING -> "\"" + (char) ('a' + pick % 26) + "\"";
      case LONG -> pick % 7 + "L";
      case FLOAT -> pick % 7 + ".5f";
      case DOUBLE -> pick % 7 + ".25";
      case CHAR -> "'" + (char) ('A' + pick % 26) + "'";
      case BYTE, SHORT, INT -> "((" + word + ") " + (pick % 7 - 1) + ")";
    };
  }
}
