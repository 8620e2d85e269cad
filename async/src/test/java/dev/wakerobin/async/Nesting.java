package dev.wakerobin.async;

import java.util.List;

/// One way to put a statement into others. All of them run it, once, and go on.
///
/// `@` stands for the statement, and `#` for a number of its own.
enum Nesting {
  BLOCK("{\n@}"),
  LOOP("for (int i# = 0; i# < 1; i#++) {\n@}"),
  CONDITION("if (one() == 1) {\n@}"),
  SWITCH("switch (one()) { case 1:\n@ break; default: }"),
  SWITCH_EXPRESSION("int v# = switch (one()) { case 1 -> {\n@ yield 1; } default -> 0; };"),
  TRY("try {\n@} finally { one(); }"),
  FINALLY("try { one(); } finally {\n@}"),
  CATCH("try { throw new IllegalStateException(); } catch (IllegalStateException e#) {\n@}"),
  RESOURCE("try (AutoCloseable r# = () -> one()) {\n@}"),

  SYNCHRONIZED("synchronized (Head.class) {\n@}"),
  SYNCHRONIZED_BEFORE("synchronized (Head.class) { one(); }\n@"),

  LAMBDA("call(() -> {\n@ return 1; });"),
  LAMBDA_OF_NESTED_TYPE("Act a# = () -> {\n@}; a#.act();"),
  SERIALIZABLE_LAMBDA("Sent a# = () -> {\n@}; a#.act();"),
  MARKED_LAMBDA("Act a# = (Act & Mark) () -> {\n@}; a#.act();"),

  ANONYMOUS_METHOD("new Act() { public void act() throws Exception {\n@} }.act();"),
  ANONYMOUS_INITIALIZER("new Object() { {\n@} };"),
  LOCAL_CONSTRUCTOR("class C# { C#() throws Exception {\n@} } new C#();"),
  LOCAL_METHOD("class C# { void m#() throws Exception {\n@} } new C#().m#();"),
  LOCAL_STATIC_METHOD("class C# { static void m#() throws Exception {\n@} } C#.m#();"),
  LOCAL_SYNCHRONIZED_METHOD(
      "class C# { synchronized void m#() throws Exception {\n@} } new C#().m#();"),
  REFERRED_METHOD("class C# { void m#() throws Exception {\n@} } Act a# = new C#()::m#; a#.act();"),
  RECORD(
      "record R#(int a) { R# { try {\n@} catch (Exception e#) { throw wrap(e#); } } } new R#(1);"),
  ENUM(
      "enum E# { ONE; static { try {\n@} catch (Exception e#) { throw wrap(e#); } } } one(E#.ONE);"),
  INTERFACE("interface I# { default void m#() throws Exception {\n@} } new I#() {}.m#();"),

  BODY("finish(async(() -> {\n@ return 1; }));"),
  ACTION("finish(async(() -> {\n@}));"),
  CAST_BODY("finish(async((AsyncBody<Integer>) () -> {\n@ return 1; }));"),
  CONDITIONAL_BODY("finish(async(one() == 1 ? () -> {\n@ return 1; } : () -> 2));"),
  BODY_OF_SUBTYPE("Mine b# = () -> {\n@ return 1; }; finish(async(b#));"),
  BODY_OBJECT(
      "finish(async(new AsyncBody<Integer>() { public Integer run() throws Exception {\n"
          + "@ return 1; } }));"),
  BODY_METHOD(
      "class C# { int m#() throws Exception {\n@ return 1; } } finish(async(new C#()::m#));"),
  BODY_STATIC_METHOD(
      "class C# { static void m#() throws Exception {\n@} } finish(async((AsyncAction) C#::m#));"),
  BODY_SYNCHRONIZED_METHOD(
      "class C# { synchronized int m#() throws Exception {\n@ return 1; } }"
          + " finish(async(new C#()::m#));");

  /// What the programs use.
  static final String HEAD =
      """
      import dev.wakerobin.*;
      import dev.wakerobin.async.*;
      import java.util.concurrent.Callable;
      class Head {
        interface Act { void act() throws Exception; }
        interface Sent extends Act, java.io.Serializable {}
        interface Mark {}
        interface Mine extends AsyncBody<Integer> {}
        static Future<Integer> later() {
          boolean[] asked = {false};
          return c -> {
            if (asked[0]) { return Poll.ready(1); }
            asked[0] = true;
            c.waker().wake();
            return Poll.pending(); }; }
        static int one(Object... any) { return 1; }
        static RuntimeException wrap(Exception e) { return new IllegalStateException(e); }
        static int call(Callable<Integer> c) throws Exception { return c.call(); }
        static void finish(Future<?> f) throws Exception {
          for (int polls = 0; polls < 9; polls++) {
            if (f.poll(Context.of(Waker.noop())) instanceof Poll.Ready<?>) { return; } }
          throw new IllegalStateException("never ready: " + f); }
      }
      """;

  private final String pattern;

  Nesting(String pattern) {
    this.pattern = pattern;
  }

  /// A class with a method `go`, in which an await stands in all of these, from outside to inside.
  static String program(String name, String await, List<Nesting> nestings) {
    String text = "one(" + await + ");\n";
    for (int i = nestings.size() - 1; i >= 0; i--) {
      String number = name.toLowerCase(java.util.Locale.ROOT) + i;
      text = nestings.get(i).pattern.replace("#", number).replace("@", text) + "\n";
    }
    return """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        import dev.wakerobin.async.*;
        import java.util.List;
        class %s extends Head {
          static Future<?> go() throws Exception {
        %sreturn later(); } }
        """
        .formatted(name, text);
  }
}
