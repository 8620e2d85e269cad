package dev.wakerobin.tutorial;

import java.util.List;

/// What stands above a chapter.
///
/// @param goal what the reader will have seen at the end, in a sentence
/// @param stations what part of the map it is about; none for the whole of it
public record Heading(int number, String title, String goal, List<Station> stations) {
  static final String FOLDER = "tutorial/src/main/java/dev/wakerobin/tutorial";

  /// With the stations one by one.
  public Heading(int number, String title, String goal, Station... stations) {
    this(number, title, goal, List.of(stations));
  }

  /// Where the chapter begins, within the [folder of the book][#FOLDER].
  String file() {
    String two = number < 10 ? "0" + number : "" + number;
    return "chapter" + two + "/Chapter" + two + ".java";
  }
}
