package dev.wakerobin.async.lowering;

import org.jspecify.annotations.Nullable;

/// A value as an expression in the text that [Narration] writes.
///
/// @param text the expression
/// @param kind how it may be used without changing what it means
/// @param compared the two sides, if it is the outcome of a comparison of numbers
record Term(String text, Kind kind, @Nullable Sides compared) {

  /// What may be done with the text.
  enum Kind {
    /// It has the same value wherever it stands.
    CONSTANT,
    /// It may change, but evaluating it twice does no harm.
    VARIABLE,
    /// It is evaluated once, and needs no parentheses.
    CALL,
    /// The same of a call that answers a boolean.
    CONDITION,
    /// It is evaluated once, and needs parentheses as an operand.
    COMPOUND,
    /// An object whose constructor has not run: it is no value yet.
    FRESH
  }

  /// The two sides of a comparison.
  record Sides(Term left, Term right) {}

  static Term constant(String text) {
    return new Term(text, Kind.CONSTANT, null);
  }

  static Term variable(String text) {
    return new Term(text, Kind.VARIABLE, null);
  }

  static Term call(String text) {
    return new Term(text, Kind.CALL, null);
  }

  static Term condition(String text) {
    return new Term(text, Kind.CONDITION, null);
  }

  static Term compound(String text) {
    return new Term(text, Kind.COMPOUND, null);
  }

  static Term comparison(Term left, Term right) {
    return new Term(
        "compare(" + left.text + ", " + right.text + ")", Kind.CALL, new Sides(left, right));
  }

  /// What a `new` has made, until its constructor has run.
  static Term fresh(int madeAt) {
    return new Term("new@" + madeAt, Kind.FRESH, null);
  }

  /// The text as an operand.
  String operand() {
    return kind == Kind.COMPOUND ? "(" + text + ")" : text;
  }

  boolean isFresh() {
    return kind == Kind.FRESH;
  }

  boolean isConstant() {
    return kind == Kind.CONSTANT;
  }

  /// Whether it may be written twice.
  boolean isAtom() {
    return kind == Kind.CONSTANT || kind == Kind.VARIABLE || kind == Kind.FRESH;
  }

  /// The condition that a jump tests.
  static String test(Term left, String operator, Term right) {
    return left.operand() + " " + operator + " " + right.operand();
  }

  /// The same of a jump that compares with zero.
  String testZero(String operator) {
    if (compared != null) {
      return test(compared.left(), operator, compared.right());
    }
    if (kind == Kind.CONDITION && operator.equals("==")) {
      return "!" + text;
    }
    return kind == Kind.CONDITION ? text : operand() + " " + operator + " 0";
  }
}
