package dev.wakerobin.async.lowering;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/// A field of the frame: a variable of the body, or a place for a half-evaluated operand.
final class Variable {
  private final int number;
  private final String name;
  private Type type;
  private boolean constant;

  Variable(int number, String name, Type type) {
    this.number = number;
    this.name = name;
    this.type = type;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /// What the field is declared as.
  ClassDesc declared() {
    return type.declared();
  }

  boolean isReference() {
    return type.isReference();
  }

  TypeKind kind() {
    return type.kind();
  }

  /// Another value is kept in it: if that is of another class, the field holds any object.
  void admit(Type other) {
    if (!type.equals(other)) {
      type = Type.OBJECT;
    }
  }

  /// Whether what is taken out has to be cast to be of that type.
  boolean needsCast(Type wanted) {
    return !type.equals(wanted) && !wanted.equals(Type.OBJECT);
  }

  /// Whether it is a captured value that is never written and needed until the end: it stays in its
  /// field, and is not saved again.
  boolean isConstant() {
    return constant;
  }

  void makeConstant() {
    constant = true;
  }
}
