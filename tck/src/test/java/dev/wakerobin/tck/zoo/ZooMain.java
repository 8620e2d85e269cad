package dev.wakerobin.tck.zoo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `./wakerobin tck --zoo`: which rule finds which bug.
public final class ZooMain {
  private ZooMain() {}

  /// Ends the JVM with 0 if every specimen was killed, else with 1. With names as arguments it
  /// shows those alone, each with the report that its finder gets.
  public static void main(String[] names) {
    int killed = 0;
    List<Specimen> specimens =
        Zoo.specimens().stream()
            .filter(each -> names.length == 0 || List.of(names).contains(each.name()))
            .toList();
    System.out.printf(
        "Each specimen is a scheduler or a runtime with one bug; budget: %d runs of its rule.%n%n",
        Zoo.RUNS);
    for (Specimen specimen : specimens) {
      Optional<Zoo.Kill> kill = Zoo.hunt(specimen, names.length > 0);
      killed += kill.isPresent() ? 1 : 0;
      System.out.printf(
          "%-48s %-22s %s%n",
          specimen.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          kill.map(k -> "killed by %s, %,d ms".formatted(specimen.rule(), k.millis()))
              .orElse("SURVIVES " + specimen.rule()),
          specimen.inTheWild());
      if (names.length > 0) {
        kill.ifPresent(k -> System.out.println(k.verdict().report(specimen.name())));
      }
    }
    System.out.printf("%nzoo: %d of %d killed%n", killed, specimens.size());
    System.exit(killed == specimens.size() ? 0 : 1);
  }
}
