package dev.wakerobin.async;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Runs very many random programs, each determined by its seed.
public final class RandomPrograms {
  private static final int[] PENDING = {0, 1, 3};
  private static final int BODIES = 10;
  private static final int DEPTH = 6;
  private static final String[] OPTIONS = {"-g", "-g:none", "-XDstringConcat=inline"};

  private int bodies;

  /// None has run so far.
  public RandomPrograms() {}

  /// How many bodies were compared.
  public int bodies() {
    return bodies;
  }

  /// What differs between the lowered and the direct run of a program; empty if nothing does.
  public String run(long seed) throws Exception {
    Random random = new Random(seed);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < BODIES; i++) {
      trees.add(Tree.random(random, DEPTH));
    }
    String program = ProgramText.of(trees);
    String option = OPTIONS[random.nextInt(OPTIONS.length)];
    Map<String, byte[]> classes = Compiler.compile(Map.of(ProgramText.CLASS, program), option);
    for (Way way : Way.ALL) {
      String difference = way.first(classes, this::difference);
      if (!difference.isEmpty()) {
        return "seed %d, lowered %s: %s in%n%s".formatted(seed, way.name(), difference, program);
      }
    }
    return "";
  }

  private String difference(Case one) {
    bodies++;
    for (int pending : PENDING) {
      List<String> lowered = one.lowered(pending, Integer.MAX_VALUE);
      List<String> direct = one.direct(pending, Integer.MAX_VALUE);
      if (!lowered.equals(direct)) {
        return "%s, pending %d: %s instead of %s".formatted(one.name(), pending, lowered, direct);
      }
    }
    return "";
  }
}
