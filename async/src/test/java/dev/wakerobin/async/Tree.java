package dev.wakerobin.async;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random program before it has words: [ProgramText] and [ProgramValues] read a tree as a
/// statement, or as a value of some type, whatever is needed where it stands. So each tree is a
/// program, and a smaller tree, which jqwik tries when one fails, is a simpler program.
///
/// @param form which kind of statement or value it is; 0 is the simplest
/// @param pick which variable, number or operator
/// @param parts what it is made of; where one is missing, the simplest stands in
record Tree(int form, int pick, List<Tree> parts) {
  static final int FORMS = 60;
  static final int MOST_PARTS = 4;
  private static final Tree SIMPLEST = new Tree(0, 0, List.of());

  /// Any, by a generator of random numbers.
  static Tree random(Random random, int depth) {
    int parts = depth == 0 ? 0 : random.nextInt(MOST_PARTS + 1);
    List<Tree> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      all.add(random(random, depth - 1));
    }
    return new Tree(random.nextInt(FORMS), random.nextInt(FORMS), all);
  }

  Tree part(int index) {
    return index < parts.size() ? parts.get(index) : SIMPLEST;
  }

  /// One of so many.
  int form(int count) {
    return form % count;
  }

  String pick(String... words) {
    return words[pick % words.length];
  }
}
