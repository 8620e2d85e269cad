package dev.wakerobin.trace;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Rows of cells, each with a [Sign] or a letter, and a colour.
final class Canvas {
  /// No colour.
  static final int PLAIN = 0;

  private static final int[] COLOURS = {36, 33, 35, 32, 34, 31}; // Of ECMA-48.

  private final Sign[][] signs;
  private final char[][] letters; // What stands in place of the sign; 0 for nothing.
  private final int[][] colours;

  Canvas(int rows, int columns) {
    signs = new Sign[rows][columns];
    letters = new char[rows][columns];
    colours = new int[rows][columns];
    for (Sign[] row : signs) {
      Arrays.fill(row, Sign.NOTHING);
    }
  }

  /// The colour number so and so; they repeat.
  static int colour(long number) {
    return COLOURS[(int) Math.floorMod(number, (long) COLOURS.length)];
  }

  void put(int row, int column, Sign sign, int colour) {
    signs[row][column] = sign;
    letters[row][column] = 0;
    colours[row][column] = colour;
  }

  /// Writes into cells whose colours stay.
  void write(int row, int column, String text) {
    for (int i = 0; i < text.length(); i++) {
      letters[row][column + i] = text.charAt(i);
    }
  }

  Sign at(int row, int column) {
    return signs[row][column];
  }

  int columns() {
    return signs.length == 0 ? 0 : signs[0].length;
  }

  /// Every sign that is to be seen.
  Set<Sign> used() {
    Set<Sign> used = EnumSet.noneOf(Sign.class);
    for (Sign[] row : signs) {
      used.addAll(Arrays.asList(row));
    }
    return used;
  }

  /// A row, without the blanks at its end.
  String row(int row, boolean ascii, boolean inColour) {
    int end = columns();
    while (end > 0 && signs[row][end - 1] == Sign.NOTHING) {
      end--;
    }
    StringBuilder text = new StringBuilder();
    int colour = PLAIN;
    for (int column = 0; column < end; column++) {
      int next = colours[row][column];
      if (inColour && next != colour) {
        text.append("\u001b[").append(next).append('m');
        colour = next;
      }
      char letter = letters[row][column];
      text.append(letter != 0 ? letter : signs[row][column].in(ascii));
    }
    return colour == PLAIN ? text.toString() : text.append("\u001b[0m").toString();
  }
}
