package dev.wakerobin.tck;

import dev.wakerobin.testkit.Evidence;
import dev.wakerobin.testkit.Rule;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs the tests of one rule on the JUnit Platform and listens to what comes of them.
public final class RuleRun implements TestExecutionListener {
  private final Queue<Verdict.Failure> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, List<String>> samples = new ConcurrentHashMap<>();
  private int finished;

  /// Held here, for a logger that nobody holds forgets its level.
  private static final Logger ENGINE = Logger.getLogger("net.jqwik");

  private RuleRun() {}

  /// Tries a rule.
  ///
  /// @param contract a [dev.wakerobin.testkit.SchedulerContract] that knows what is under test
  /// @param shrinking whether generated values are to be made smaller after a failure, which takes
  ///     up to ten seconds
  public static Verdict of(Class<?> contract, Rule rule, boolean shrinking) {
    return of(
        contract,
        rule,
        shrinking,
        Arrays.stream(contract.getMethods())
            .filter(method -> Rule.testedBy(method).filter(rule::equals).isPresent())
            .sorted(Comparator.comparing(Method::getName))
            .toList());
  }

  private static Verdict of(Class<?> contract, Rule rule, boolean shrinking, List<Method> tests) {
    RuleRun run = new RuleRun();
    ENGINE.setLevel(Level.SEVERE); // It would say before each rule that it remembers nothing.
    Evidence.take();
    long began = System.nanoTime();
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    // A thread that a test has started dies of what the test itself will say.
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
    try {
      LauncherFactory.create().execute(request(contract, tests, shrinking), run);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (run.finished < tests.size()) {
      throw new IllegalStateException(
          "of the %d tests of rule %s only %d were run: are the engines of JUnit and jqwik on the path?"
              .formatted(tests.size(), rule, run.finished));
    }
    return new Verdict(rule, Evidence.take(), List.copyOf(run.failures), millis);
  }

  private static LauncherDiscoveryRequest request(
      Class<?> contract, List<Method> tests, boolean shrinking) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            tests.stream().map(test -> DiscoverySelectors.selectMethod(contract, test)).toList())
        .configurationParameter("jqwik.shrinking.default", shrinking ? "BOUNDED" : "OFF")
        .configurationParameter("jqwik.database", "")
        .configurationParameter("jqwik.reporting.onlyfailures", "true")
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .build();
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    samples
        .computeIfAbsent(test.getUniqueId(), _ -> new ArrayList<>())
        .addAll(entry.getKeyValuePairs().values().stream().flatMap(RuleRun::sample).toList());
  }

  /// Of all that jqwik reports: the sample that is left after shrinking, or the only one.
  private static Stream<String> sample(String report) {
    return report
        .lines()
        .dropWhile(line -> !line.matches("(Shrunk )?Sample.*"))
        .skip(2)
        .takeWhile(line -> !line.startsWith("Original"))
        .filter(line -> !line.isBlank());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      finished++;
    }
    if (result.getStatus() != Status.SUCCESSFUL) {
      Throwable thrown =
          result
              .getThrowable()
              .orElseGet(
                  () -> new IllegalStateException("the test ended as " + result.getStatus()));
      failures.add(
          new Verdict.Failure(
              test.getDisplayName(),
              thrown,
              List.copyOf(samples.getOrDefault(test.getUniqueId(), List.of()))));
    }
  }
}
