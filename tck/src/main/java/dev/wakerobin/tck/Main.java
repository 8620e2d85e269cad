package dev.wakerobin.tck;

import dev.wakerobin.spi.SchedulerProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// `./wakerobin tck`.
public final class Main {
  private Main() {}

  /// Runs, and ends the JVM with 0, 1 or 2: see [Options#HELP].
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    Collection<SchedulerProvider> asked;
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        System.out.print(Options.HELP);
        return 0;
      }
      asked = asked(options);
    } catch (IllegalArgumentException e) {
      System.err.println("tck: " + e.getMessage());
      return 2;
    }
    ContractRun contract = new ContractRun(System.out);
    boolean kept = true;
    for (SchedulerProvider provider : asked) {
      kept &= contract.keeps(provider);
    }
    return kept ? 0 : 1;
  }

  private static Collection<SchedulerProvider> asked(Options options) {
    Map<String, SchedulerProvider> found =
        Providers.find(options.classPath(), options.modulePath());
    if (options.scheduler().isEmpty()) {
      return found.values();
    }
    String name = options.scheduler().get();
    SchedulerProvider provider = found.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no scheduler '%s': there is %s".formatted(name, found.keySet()));
    }
    return List.of(provider);
  }
}
