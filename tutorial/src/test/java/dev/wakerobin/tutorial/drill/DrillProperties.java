package dev.wakerobin.tutorial.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.drill.Statement.Join;
import dev.wakerobin.tutorial.drill.Statement.Print;
import dev.wakerobin.tutorial.drill.Statement.Receive;
import dev.wakerobin.tutorial.drill.Statement.Send;
import dev.wakerobin.tutorial.drill.Statement.Spawn;
import dev.wakerobin.tutorial.drill.Statement.Yield;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DrillProperties {

  @Property(tries = 300)
  void who_keeps_to_the_rules_finds_what_the_lab_really_does(@ForAll long seed) throws Exception {
    Drill drill = Drill.of(seed);
    OnPaper paper = new OnPaper(drill);
    Rehearsal rehearsal = drill.rehearse();
    assertThat(rehearsal.printed()).isEqualTo(paper.printed);
    assertThat(rehearsal.turns()).extracting(Turn::task).isEqualTo(paper.polled);
    assertThat(rehearsal.turns()).extracting(Turn::queue).isEqualTo(paper.queues);
  }

  @Property(tries = 100)
  void a_seed_means_the_same_program_and_the_same_run_each_time(@ForAll long seed)
      throws Exception {
    assertThat(Drill.of(seed)).isEqualTo(Drill.of(seed));
    assertThat(Drill.of(seed).rehearse()).isEqualTo(Drill.of(seed).rehearse());
  }

  @Property(tries = 300)
  void every_task_comes_to_its_end_and_every_word_is_printed_once(@ForAll long seed)
      throws Exception {
    Drill drill = Drill.of(seed);
    Rehearsal rehearsal = drill.rehearse();
    long prints = statements(drill).filter(s -> s instanceof Print || s instanceof Receive).count();
    assertThat(rehearsal.printed()).hasSize((int) prints).doesNotHaveDuplicates();
    assertThat(rehearsal.turns())
        .filteredOn(turn -> turn.deeds().contains("ends"))
        .extracting(Turn::task)
        .containsExactlyInAnyOrderElementsOf(drill.bodies().stream().map(Body::task).toList());
    assertThat(rehearsal.trace().unfinished()).isEmpty();
  }

  @Property(tries = 300)
  void a_question_is_small_enough_for_paper_and_fits_the_page(@ForAll long seed) throws Exception {
    Drill drill = Drill.of(seed);
    assertThat(drill.bodies()).hasSizeBetween(3, 5);
    assertThat(drill.rehearse().printed()).hasSizeBetween(4, 12);
    assertThat(drill.java().lines())
        .hasSizeLessThanOrEqualTo(48)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
    assertThat(drill.bodies()).extracting(Body::task).contains(drill.asked());
  }

  @Property(tries = 300)
  void each_statement_that_waits_has_its_rule(@ForAll long seed) {
    Drill drill = Drill.of(seed);
    String rules = String.join("\n", drill.rules());
    assertThat(rules.contains("yieldNow")).isEqualTo(drill.java().contains("yieldNow"));
    assertThat(rules.contains("receive")).isEqualTo(drill.java().contains("receive"));
    assertThat(rules).contains("spawn puts", "await(a)");
  }

  @Example
  void among_a_hundred_all_kinds_of_statements_occur() {
    Set<Class<?>> kinds = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      statements(Drill.of(seed)).forEach(statement -> kinds.add(statement.getClass()));
    }
    assertThat(kinds)
        .isEqualTo(
            Set.of(Print.class, Yield.class, Spawn.class, Join.class, Send.class, Receive.class));
  }

  @Example
  void the_order_of_the_lab_is_as_it_was_before() throws Exception {
    String order = "wakerobin.lab.order";
    System.setProperty(order, "random");
    try {
      assertThat(Drill.of(7).rehearse().printed()).isEqualTo(new OnPaper(Drill.of(7)).printed);
      assertThat(System.getProperty(order)).isEqualTo("random");
    } finally {
      System.clearProperty(order);
    }
  }

  private static Stream<Statement> statements(Drill drill) {
    return drill.bodies().stream().map(Body::statements).flatMap(List::stream);
  }
}
