package dev.wakerobin.tutorial;

import dev.wakerobin.tutorial.chapter00.Chapter00;
import dev.wakerobin.tutorial.chapter01.Chapter01;
import dev.wakerobin.tutorial.chapter02.Chapter02;
import dev.wakerobin.tutorial.chapter03.Chapter03;
import dev.wakerobin.tutorial.chapter04.Chapter04;
import dev.wakerobin.tutorial.chapter05.Chapter05;
import dev.wakerobin.tutorial.chapter06.Chapter06;
import dev.wakerobin.tutorial.chapter07.Chapter07;
import dev.wakerobin.tutorial.chapter08.Chapter08;
import dev.wakerobin.tutorial.chapter09.Chapter09;
import dev.wakerobin.tutorial.chapter10.Chapter10;
import dev.wakerobin.tutorial.chapter11.Chapter11;
import dev.wakerobin.tutorial.chapter12.Chapter12;
import dev.wakerobin.tutorial.chapter13.Chapter13;
import dev.wakerobin.tutorial.chapter14.Chapter14;
import java.util.List;
import java.util.Optional;

/// The chapters, in order. There are gaps in the numbers: those chapters are still to be written.
public record Book(List<Chapter> chapters) {

  /// All that there are.
  public static Book whole() {
    return new Book(
        List.of(
            new Chapter00(),
            new Chapter01(),
            new Chapter02(),
            new Chapter03(),
            new Chapter04(),
            new Chapter05(),
            new Chapter06(),
            new Chapter07(),
            new Chapter08(),
            new Chapter09(),
            new Chapter10(),
            new Chapter11(),
            new Chapter12(),
            new Chapter13(),
            new Chapter14()));
  }

  /// The one to begin with.
  public Chapter first() {
    return chapters.getFirst();
  }

  /// The chapter of that number, if there is one.
  public Optional<Chapter> find(int number) {
    for (Chapter chapter : chapters) {
      if (chapter.heading().number() == number) {
        return Optional.of(chapter);
      }
    }
    return Optional.empty();
  }

  /// The one that comes after, unless it was the last.
  public Optional<Chapter> after(Chapter chapter) {
    int next = chapters.indexOf(chapter) + 1;
    return next < chapters.size() ? Optional.of(chapters.get(next)) : Optional.empty();
  }

  /// Their numbers, as a sentence wants them: `0, 1, 2 and 3`.
  public String numbers() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chapters.size(); i++) {
      boolean last = i > 0 && i == chapters.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ");
      text.append(chapters.get(i).heading().number());
    }
    return text.toString();
  }
}
