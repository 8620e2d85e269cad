package dev.wakerobin.async.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The types of the local slots and of the operand stack at one place in the code.
final class Shape {
  /// By slot; the second slot of a long or double, and one without a value, is [Type#TOP].
  private final Type[] locals;

  private final List<Type> stack;

  private Shape(Type[] locals, List<Type> stack) {
    this.locals = locals;
    this.stack = stack;
  }

  static Shape empty(int slots) {
    Type[] locals = new Type[slots];
    Arrays.fill(locals, Type.TOP);
    return new Shape(locals, new ArrayList<>());
  }

  Shape copy() {
    return new Shape(locals.clone(), new ArrayList<>(stack));
  }

  int slots() {
    return locals.length;
  }

  Type local(int slot) {
    return locals[slot];
  }

  List<Type> stack() {
    return stack;
  }

  /// The types of all slots and of the whole stack.
  List<Type> all() {
    List<Type> all = new ArrayList<>(Arrays.asList(locals));
    all.addAll(stack);
    return all;
  }

  void store(int slot, Type type) {
    if (slot > 0 && locals[slot - 1].slots() == 2) {
      locals[slot - 1] = Type.TOP;
    }
    locals[slot] = type;
    if (type.slots() == 2) {
      locals[slot + 1] = Type.TOP;
    }
  }

  void push(Type type) {
    if (type != Type.TOP) {
      stack.add(type);
    }
  }

  Type pop() {
    return stack.removeLast();
  }

  void pop(int values) {
    for (int i = 0; i < values; i++) {
      stack.removeLast();
    }
  }

  /// The value that many places below the top.
  Type peek(int depth) {
    return stack.get(stack.size() - 1 - depth);
  }

  /// A constructor has run on what that `new` made.
  void constructed(int madeAt, Type type) {
    Type fresh = Type.fresh(madeAt);
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).equals(fresh)) {
        stack.set(i, type);
      }
    }
    for (int i = 0; i < locals.length; i++) {
      if (locals[i].equals(fresh)) {
        locals[i] = type;
      }
    }
  }

  /// Copies the top `slots` slots and puts the copy `below` slots further down, as the `dup` family
  /// does.
  void duplicate(int slots, int below) {
    List<Type> top = takeSlots(slots);
    List<Type> under = takeSlots(below);
    stack.addAll(top);
    stack.addAll(under);
    stack.addAll(top);
  }

  void swap() {
    List<Type> top = takeSlots(1);
    List<Type> under = takeSlots(1);
    stack.addAll(top);
    stack.addAll(under);
  }

  /// Takes the values that fill that many slots off the stack; the topmost is last.
  List<Type> takeSlots(int slots) {
    List<Type> taken = new ArrayList<>();
    for (int left = slots; left > 0; left -= taken.getFirst().slots()) {
      taken.addFirst(pop());
    }
    return taken;
  }
}
