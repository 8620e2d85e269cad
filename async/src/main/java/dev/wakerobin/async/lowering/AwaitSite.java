package dev.wakerobin.async.lowering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One await of a body.
///
/// @param number from 1, in the order of the code
/// @param at the number of the call in the listing
/// @param kind which call it is
/// @param line its source line
/// @param before the types where the call stands, its argument on top of the stack
/// @param live the slots that are read afterwards, by what follows or by a handler
record AwaitSite(int number, int at, Awaits kind, int line, Shape before, BitSet live) {

  /// The values on the stack below the call's argument, fresh objects left out: those that lie
  /// there while the body is suspended. The topmost is last.
  List<Type> operands() {
    List<Type> stack = before.stack();
    List<Type> operands = new ArrayList<>();
    for (Type type : stack.subList(0, stack.size() - 1)) {
      if (!type.isFresh()) {
        operands.add(type);
      }
    }
    return operands;
  }
}
