package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes `poll`.
///
/// ```
///          switch (state) { 0: start; k: resume k; else: over }
///   start: captured values into their slots
///          the body, and what else there is of its loops: see [Copy]
///   over:  throw polledAfterEnd()
///   any:   state = ENDED; forget(); throw     // what the body has not caught
/// ```
final class BodyWriter {
  private final Body body;
  private final FrameFields fields;
  private final Emitter to;
  private final List<CopyWriter> copies = new ArrayList<>();

  BodyWriter(Body body, FieldPlan plan, FrameFields fields, Relays relays, Emitter to) {
    this.body = body;
    this.fields = fields;
    this.to = to;
    Map<Copy, CopyWriter> writers = new HashMap<>();
    for (Copy copy : Copy.of(body)) {
      CopyWriter writer =
          new CopyWriter(copy, copy.outer().map(writers::get), body, plan, fields, relays, to);
      writers.put(copy, writer);
      copies.add(writer);
    }
  }

  void write() {
    Label begin = to.newLabel();
    Label over = to.newLabel();
    to.marks().labelBinding(begin);
    writeDispatch(over);
    copies.forEach(CopyWriter::write);
    copies.forEach(CopyWriter::writeHandlers);
    writeEnd(begin, over);
    to.writeTable();
  }

  private void writeDispatch(Label over) {
    Label start = to.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    cases.add(SwitchCase.of(0, start));
    for (AwaitSite site : body.awaits()) {
      for (CopyWriter writer : copies) {
        if (writer.copy().isResumedAt(site)) {
          cases.add(SwitchCase.of(site.number(), writer.resume(site)));
        }
      }
    }
    to.code()
        .aload(Emitter.FRAME)
        .getfield(Names.FRAME, "state", ConstantDescs.CD_int)
        .tableswitch(0, body.awaits().size(), over, cases);
    to.arriveBare(start, List.of());
    if (!body.listing().parameters().isEmpty()) {
      fields.loadCaptured(to.code());
    }
  }

  private void writeEnd(Label begin, Label over) {
    to.arriveBare(over, List.of());
    to.code()
        .aload(Emitter.FRAME)
        .invokevirtual(Names.FRAME, "polledAfterEnd", MethodTypeDesc.of(Names.THROWABLE))
        .athrow();
    Label any = to.newLabel();
    to.arriveBare(any, List.of(Type.of(Names.THROWABLE)));
    CodeBuilder code = to.code();
    fields.end(code);
    code.athrow();
    code.exceptionCatchAll(begin, any, any);
  }
}
