package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Writes the returns of a body: a jump where one stood, and out of line what it comes to.
///
/// ```
///   block:  answer = Poll.ready(value); state = ENDED; forget(); return answer;
/// ```
///
/// They are out of line so that no handler of the body covers them.
final class Returns {
  private final Listing listing;
  private final FrameFields fields;
  private final Emitter to;
  private final List<Block> blocks = new ArrayList<>();

  private record Block(Label label, List<Type> stack, int line) {}

  Returns(Listing listing, FrameFields fields, Emitter to) {
    this.listing = listing;
    this.fields = fields;
    this.to = to;
  }

  /// The jump.
  ///
  /// @param stack what is on the stack, the value on top of it
  void write(int at, List<Type> stack) {
    Block block = new Block(to.newLabel(), stack, listing.line(at));
    blocks.add(block);
    to.jump(block.label());
  }

  /// The blocks out of line.
  void writeBlocks() {
    blocks.forEach(this::write);
  }

  private void write(Block block) {
    to.arriveBare(block.label(), block.stack());
    if (block.line() > 0) {
      to.marks().lineNumber(block.line());
    }
    CodeBuilder code = to.code();
    ClassDesc returned = listing.method().methodTypeSymbol().returnType();
    if (returned.equals(ConstantDescs.CD_void)) {
      code.invokestatic(Names.POLL, "ready", MethodTypeDesc.of(Names.POLL), true);
    } else {
      Boxes.box(code, returned);
      code.invokestatic(Names.POLL, "ready", MethodTypeDesc.of(Names.POLL, Names.OBJECT), true);
    }
    fields.end(code);
    code.areturn();
  }
}
