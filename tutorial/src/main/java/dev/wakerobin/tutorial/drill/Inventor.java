package dev.wakerobin.tutorial.drill;

import dev.wakerobin.tutorial.drill.Statement.Join;
import dev.wakerobin.tutorial.drill.Statement.Print;
import dev.wakerobin.tutorial.drill.Statement.Receive;
import dev.wakerobin.tutorial.drill.Statement.Send;
import dev.wakerobin.tutorial.drill.Statement.Spawn;
import dev.wakerobin.tutorial.drill.Statement.Yield;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Makes a [Drill] from a seed.
///
/// It always comes to its end: who spawns a task joins it later; one sibling sends to another one,
/// and never waits for it; and main joins nobody before it has spawned all of them.
final class Inventor {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final List<String> WORDS = List.of("ping", "pong");

  private final long seed;
  private final Random random; // Its algorithm is specified: a seed means the same everywhere.

  Inventor(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  Drill invent() {
    List<String> children = NAMES.subList(0, 2 + random.nextInt(2));
    List<Body> bodies = new ArrayList<>();
    bodies.add(main(children));
    int words = random.nextInt(WORDS.size() + 1);
    List<String> ends = shuffled(children); // Of the channel: who sends, who receives.
    boolean nested = random.nextInt(3) == 0;
    String spawner = children.get(random.nextInt(children.size()));
    String grandchild = NAMES.get(children.size());
    for (String child : children) {
      List<Statement> lines = lines(child);
      if (child.equals(ends.get(0))) {
        WORDS.subList(0, words).forEach(word -> insert(lines, new Send(word)));
        inOrder(lines);
      } else if (child.equals(ends.get(1))) {
        WORDS.subList(0, words).forEach(_ -> insert(lines, new Receive()));
      }
      if (nested && child.equals(spawner)) {
        int place = random.nextInt(lines.size() + 1);
        lines.add(place, new Spawn(grandchild));
        lines.add(place + 1 + random.nextInt(lines.size() - place), new Join(grandchild));
      }
      bodies.add(new Body(child, lines));
    }
    if (nested) {
      bodies.add(new Body(grandchild, lines(grandchild)));
    }
    return new Drill(seed, bodies, bodies.get(random.nextInt(bodies.size())).task());
  }

  private Body main(List<String> children) {
    List<Statement> lines = new ArrayList<>();
    for (String child : children) {
      lines.add(new Spawn(child));
    }
    insert(lines, new Print("m1"));
    if (random.nextBoolean()) {
      insert(lines, new Yield());
    }
    List<Statement> joins = new ArrayList<>();
    shuffled(children).forEach(child -> joins.add(new Join(child)));
    joins.add(1 + random.nextInt(joins.size()), new Print("m2"));
    lines.addAll(joins);
    return new Body(Drill.MAIN, lines);
  }

  /// One print or two, and at most two yields.
  private List<Statement> lines(String task) {
    List<Statement> lines = new ArrayList<>();
    int prints = 1 + random.nextInt(2);
    for (int i = 1; i <= prints; i++) {
      lines.add(new Print(task + i));
    }
    int yields = random.nextInt(3);
    for (int i = 0; i < yields; i++) {
      insert(lines, new Yield());
    }
    return lines;
  }

  private void insert(List<Statement> lines, Statement statement) {
    lines.add(random.nextInt(lines.size() + 1), statement);
  }

  /// Words are sent in the order in which they are listed.
  private static void inOrder(List<Statement> lines) {
    int next = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof Send) {
        lines.set(i, new Send(WORDS.get(next++)));
      }
    }
  }

  private List<String> shuffled(List<String> names) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
