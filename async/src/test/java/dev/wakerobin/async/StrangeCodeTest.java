package dev.wakerobin.async;

import static dev.wakerobin.async.Assembly.awaitInt;
import static dev.wakerobin.async.Assembly.returnInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Code that javac does not write, and other compilers may: it is lowered right, or refused with a
/// reason.
class StrangeCodeTest {
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc FROM_INT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc CAPACITY = MethodTypeDesc.of(ConstantDescs.CD_int);

  private static final ClassDesc PROBE = Probe.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc LOGGING =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
  private static final MethodTypeDesc ENTRIES = MethodTypeDesc.of(ConstantDescs.CD_List);

  private static void runsAsDirectly(Consumer<CodeBuilder> code) throws Exception {
    Assembly assembly = Assembly.of(code);
    List<String> direct = assembly.direct();
    for (int pending : new int[] {0, 1, 3}) {
      assertThat(assembly.lowered(pending)).as("pending %d", pending).isEqualTo(direct);
    }
  }

  // ---- The stack

  @Test
  void operands_copied_and_swapped_over_awaits_are_kept() throws Exception {
    runsAsDirectly(
        code -> {
          code.loadConstant(5).loadConstant(7).dup_x1(); // 7 5 7
          awaitInt(code, 11); // 7 5 7 11
          code.dup_x2().swap(); // 7 5 11 11 7
          awaitInt(code, 13); // 7 5 11 11 7 13
          code.dup2_x2(); // 7 5 11 7 13 11 7 13
          awaitInt(code, 17);
          code.imul().isub().imul().iadd().ixor().iadd().isub().imul();
          returnInt(code);
        });
  }

  @Test
  void wide_operands_copied_over_awaits_are_kept() throws Exception {
    runsAsDirectly(
        code -> {
          code.loadConstant(3L).loadConstant(2).dup_x2(); // 2 3L 2
          awaitInt(code); // 2 3L 2
          code.i2l().dup2_x2(); // 2 2L 3L 2L
          awaitInt(code, 9);
          code.i2l().dup2().lmul().lxor().ladd();
          awaitInt(code, 4);
          code.i2l().dup2_x2().pop2().ladd().ladd().dup2_x1().pop2().pop().l2i();
          returnInt(code);
        });
  }

  @Test
  void a_loop_over_values_that_stay_on_the_stack_is_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          Label again = code.newLabel();
          code.loadConstant(3).istore(1).loadConstant(100).labelBinding(again);
          code.iload(1);
          awaitInt(code);
          code.iadd().iinc(1, -1).iload(1).ifgt(again);
          returnInt(code);
        });
  }

  // ---- Loops

  @Test
  void a_loop_with_two_ways_in_and_another_one_within_is_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          Label first = code.newLabel();
          Label second = code.newLabel();
          Label inner = code.newLabel();
          Label out = code.newLabel();
          code.loadConstant(0).istore(1);
          awaitInt(code, 1);
          code.ifgt(second).labelBinding(first).iinc(1, 2).loadConstant(2).istore(2);
          code.labelBinding(inner).iload(2);
          awaitInt(code);
          code.iload(1).iadd().istore(1).iinc(2, -1).iload(2).ifgt(inner);
          code.labelBinding(second).iload(1);
          awaitInt(code);
          code.loadConstant(20).if_icmpgt(out).iinc(1, 1).goto_(first).labelBinding(out).iload(1);
          returnInt(code);
        });
  }

  @Test
  void a_loop_where_the_code_begins_and_whose_test_stands_below_is_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          Label begin = code.newLabel();
          Label test = code.newLabel();
          Label body = code.newLabel();
          code.labelBinding(begin);
          awaitInt(code, 3);
          code.istore(1).goto_(test).labelBinding(body).iinc(1, 4).iload(1);
          awaitInt(code);
          code.istore(1).labelBinding(test).iload(1).loadConstant(9).if_icmplt(body);
          code.aload(0).loadConstant("again").invokevirtual(PROBE, "log", LOGGING);
          code.aload(0).invokevirtual(PROBE, "entries", ENTRIES);
          code.invokeinterface(ConstantDescs.CD_List, "size", CAPACITY);
          code.loadConstant(12).if_icmplt(begin);
          code.iload(1);
          returnInt(code);
        });
  }

  // ---- Objects under construction

  @Test
  void a_loop_amid_the_arguments_of_a_constructor_is_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          Label again = code.newLabel();
          code.loadConstant(3).istore(1).new_(BUILDER).dup().loadConstant(0).labelBinding(again);
          code.iload(1);
          awaitInt(code);
          code.iadd().iinc(1, -1).iload(1).ifgt(again);
          code.invokespecial(BUILDER, "<init>", FROM_INT);
          returnInt(code.invokevirtual(BUILDER, "capacity", CAPACITY));
        });
  }

  @Test
  void an_object_put_into_a_variable_before_it_is_constructed_is_refused() {
    refused(
        code -> {
          code.new_(BUILDER).astore(1).aload(1);
          awaitInt(code, 5);
          code.invokespecial(BUILDER, "<init>", FROM_INT).aload(1);
          returnInt(code.invokevirtual(BUILDER, "capacity", CAPACITY));
        },
        "new object");
  }

  @Test
  void an_object_that_waits_in_a_variable_alone_is_refused() {
    refused(
        code -> {
          code.new_(BUILDER).astore(1);
          awaitInt(code, 5);
          code.istore(2).aload(1).iload(2);
          code.invokespecial(BUILDER, "<init>", FROM_INT).aload(1);
          returnInt(code.invokevirtual(BUILDER, "capacity", CAPACITY));
        },
        "new object");
  }

  @Test
  void an_object_copied_below_others_before_it_is_constructed_is_refused() {
    refused(
        code -> {
          code.loadConstant(1).new_(BUILDER).dup_x1().swap();
          awaitInt(code);
          code.invokespecial(BUILDER, "<init>", FROM_INT);
          returnInt(code.invokevirtual(BUILDER, "capacity", CAPACITY));
        },
        "new object");
  }

  @Test
  void an_object_dropped_before_it_is_constructed_is_refused() {
    refused(
        code -> {
          code.new_(BUILDER);
          awaitInt(code, 5);
          code.istore(1).pop().iload(1);
          returnInt(code);
        },
        "POP of a new object");
  }

  @Test
  void an_object_in_a_variable_that_nobody_reads_over_the_await_is_refused() {
    refused(
        code -> {
          code.new_(BUILDER).dup().astore(1);
          awaitInt(code, 5);
          code.invokespecial(BUILDER, "<init>", FROM_INT).loadConstant(1);
          returnInt(code);
        },
        "new object");
  }

  @Test
  void one_reference_to_a_new_object_is_enough() throws Exception {
    runsAsDirectly(
        code -> {
          code.new_(BUILDER);
          awaitInt(code, -1);
          code.invokespecial(BUILDER, "<init>", FROM_INT);
          code.loadConstant(1);
          returnInt(code);
        });
  }

  private static void refused(Consumer<CodeBuilder> code, String what) {
    assertThatThrownBy(() -> Assembly.of(code).lower())
        .isInstanceOf(RestrictionException.class)
        .hasMessageStartingWith("(unknown file): ") // And no line, which is unknown as well.
        .hasMessageContaining(what)
        .hasMessageContaining("Move the await to a statement of its own");
  }

  // ---- Variables

  @Test
  void slots_beyond_255_and_large_steps_are_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          code.loadConstant(1).istore(400).loadConstant(2L).lstore(64_000);
          awaitInt(code, 3);
          code.iinc(400, 3_000).iload(400).iadd().lload(64_000).l2i().iadd();
          returnInt(code);
        });
  }

  @Test
  void a_body_that_leaves_no_slots_for_ours_is_refused() {
    assertThatThrownBy(
            () ->
                Assembly.of(
                        code -> {
                          awaitInt(code, 3);
                          code.istore(65_533).iload(65_533);
                          returnInt(code);
                        })
                    .lower())
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("65534 slots of variables");
  }

  @Test
  void a_slot_of_two_types_in_turns_is_kept_as_what_it_is() throws Exception {
    runsAsDirectly(
        code -> {
          code.loadConstant(1).istore(1);
          awaitInt(code, 2);
          code.iload(1).iadd().i2l().lstore(1);
          awaitInt(code, 3);
          code.i2l().lload(1).ladd().l2d().dstore(1);
          awaitInt(code, 4);
          code.i2d().dload(1).dadd().d2f().fstore(1).aload(0).astore(2);
          awaitInt(code, 5);
          code.i2f().fload(1).fadd().f2i();
          returnInt(code);
        });
  }

  @Test
  void an_array_known_to_be_null_throws_as_it_does() throws Exception {
    runsAsDirectly(
        code -> {
          code.aconst_null().astore(1);
          awaitInt(code, 2);
          code.aload(1).swap().aaload().areturn();
        });
  }

  // ---- Handlers

  @Test
  void a_handler_that_covers_itself_and_awaits_is_lowered() throws Exception {
    runsAsDirectly(
        code -> {
          Label start = code.newLabel();
          Label handler = code.newLabel();
          Label end = code.newLabel();
          Label out = code.newLabel();
          code.loadConstant(0).istore(1).labelBinding(start);
          awaitInt(code, 1);
          code.loadConstant(0).idiv().pop().aconst_null().labelBinding(handler).pop().iinc(1, 1);
          awaitInt(code, 2);
          code.iload(1).loadConstant(3).if_icmpge(out).loadConstant(0).idiv().pop();
          code.aconst_null().athrow().labelBinding(end).labelBinding(out).iload(1).iadd();
          returnInt(code);
          code.exceptionCatchAll(start, end, handler);
        });
  }

  // ---- Old class files

  @ParameterizedTest
  @ValueSource(ints = {ClassFile.JAVA_5_VERSION, ClassFile.JAVA_6_VERSION})
  void code_without_a_table_of_types_is_refused_with_its_version(int version) {
    assertThatThrownBy(
            () ->
                Assembly.of(
                        version,
                        code -> {
                          awaitInt(code, 1);
                          returnInt(code);
                        })
                    .lower())
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("cases.Assembled")
        .hasMessageContaining("its version " + version);
  }
}
