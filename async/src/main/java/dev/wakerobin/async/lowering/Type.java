package dev.wakerobin.async.lowering;

import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the verifier knows of a value: one of a few basic kinds, a class, or an object that `new`
/// has made and no constructor has run on.
final class Type {
  static final Type TOP = new Type(TypeKind.VOID, null, -1);
  static final Type INT = new Type(TypeKind.INT, ConstantDescs.CD_int, -1);
  static final Type FLOAT = new Type(TypeKind.FLOAT, ConstantDescs.CD_float, -1);
  static final Type LONG = new Type(TypeKind.LONG, ConstantDescs.CD_long, -1);
  static final Type DOUBLE = new Type(TypeKind.DOUBLE, ConstantDescs.CD_double, -1);
  static final Type NULL = new Type(TypeKind.REFERENCE, null, -1);
  static final Type OBJECT = of(ConstantDescs.CD_Object);

  private final TypeKind kind;
  private final @Nullable ClassDesc name;
  private final int madeAt;

  private Type(TypeKind kind, @Nullable ClassDesc name, int madeAt) {
    this.kind = kind;
    this.name = name;
    this.madeAt = madeAt;
  }

  /// The type of a value declared so; `byte`, `boolean` and the like are ints.
  static Type of(ClassDesc declared) {
    return declared.isPrimitive()
        ? basic(TypeKind.from(declared).asLoadable())
        : new Type(TypeKind.REFERENCE, declared, -1);
  }

  static Type basic(TypeKind kind) {
    return switch (kind) {
      case INT, BOOLEAN, BYTE, CHAR, SHORT -> INT;
      case FLOAT -> FLOAT;
      case LONG -> LONG;
      case DOUBLE -> DOUBLE;
      case REFERENCE -> OBJECT;
      case VOID -> TOP;
    };
  }

  /// An object made by the `new` that is the element of that number.
  static Type fresh(int madeAt) {
    return new Type(TypeKind.REFERENCE, null, madeAt);
  }

  /// As a compiler's frame in that listing has it.
  static Type of(VerificationTypeInfo info, Listing listing) {
    if (info instanceof ObjectVerificationTypeInfo object) {
      return of(object.classSymbol());
    }
    if (info instanceof UninitializedVerificationTypeInfo made) {
      return fresh(listing.instructionAfter(made.newTarget()));
    }
    return switch ((SimpleVerificationTypeInfo) info) {
      case TOP -> TOP;
      case INTEGER -> INT;
      case FLOAT -> FLOAT;
      case LONG -> LONG;
      case DOUBLE -> DOUBLE;
      case NULL -> NULL;
      case UNINITIALIZED_THIS -> fresh(-2);
    };
  }

  /// As a frame that we write has it; the map has the label of each `new` that was written.
  VerificationTypeInfo info(Map<Integer, Label> made) {
    if (madeAt >= 0) {
      return UninitializedVerificationTypeInfo.of(
          Objects.requireNonNull(made.get(madeAt), "an object is used before it was made"));
    }
    return switch (kind) {
      case INT, BOOLEAN, BYTE, CHAR, SHORT -> SimpleVerificationTypeInfo.INTEGER;
      case FLOAT -> SimpleVerificationTypeInfo.FLOAT;
      case LONG -> SimpleVerificationTypeInfo.LONG;
      case DOUBLE -> SimpleVerificationTypeInfo.DOUBLE;
      case VOID -> SimpleVerificationTypeInfo.TOP;
      case REFERENCE ->
          name == null ? SimpleVerificationTypeInfo.NULL : ObjectVerificationTypeInfo.of(name);
    };
  }

  TypeKind kind() {
    return kind;
  }

  /// How many slots a value takes: 1, or 2 for long and double.
  int slots() {
    return kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1;
  }

  boolean isReference() {
    return kind == TypeKind.REFERENCE;
  }

  /// Whether it is an object without a constructor run.
  boolean isFresh() {
    return madeAt >= 0;
  }

  /// Which `new` made it; -1 if it is no such object.
  int madeAt() {
    return madeAt;
  }

  /// The class, or the primitive that a field of it is declared as.
  ClassDesc declared() {
    return Objects.requireNonNull(name, "a value without a class");
  }

  /// What an element of an array of this type is.
  Type element() {
    return name == null ? NULL : of(Objects.requireNonNull(name.componentType()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Type that
        && kind == that.kind
        && madeAt == that.madeAt
        && Objects.equals(name, that.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Objects.hashCode(name) + madeAt;
  }

  @Override
  public String toString() {
    return isFresh() ? "new@" + madeAt : name == null ? kind.name() : name.displayName();
  }
}
