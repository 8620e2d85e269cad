/// The lowering engine: from the code of a method to the class of a frame. Read in this order:
///
/// ```
///   Lowering ── HostClass ─ ClassFiles     the way in: a class file, parsed once
///   Listing                                the code, numbered
///   Simulation ─ Shape ─ Type              what the slots and the stack hold, at each place
///   Backwards ─ Jumps                      dataflow: which slots are read later
///   Body ─ AwaitSite  Monitors  Refusals   what has to be known of a method; what cannot be
///   FieldPlan ─ Variable                   which fields the frame has
///   Copy ─ Loop ─ Flow                     what is written twice, so that no loop has two ways in
///   FrameWriter ─ BodyWriter               the class, its poll
///   CopyWriter ─ Returns  Stretches        the body's code
///   AwaitWriter                            each await
///   Construction  Relays ─ Access          `new` with an await inside; private members
///   Ahead ─ Site  Replacing  ObjectBody    a whole class, before it is loaded
///   Template                               a frame that takes the place of its lambda
///   Narration ─ Crossings  Expressions     the same as text: Operands, Term, Page
///   Emitter  FrameFields  Boxes  Opposites instructions, and the verifier's table
/// ```
///
/// No class is loaded and no types are merged: wherever paths join, the compiler has written the
/// types down (the StackMapTable), and in between a straight line is simulated.
package dev.wakerobin.async.lowering;
