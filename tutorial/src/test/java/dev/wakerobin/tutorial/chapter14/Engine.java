package dev.wakerobin.tutorial.chapter14;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs tests from within a test, and listens to what is said of them.
///
/// @param report what the engines publish, line by line
/// @param failures what the tests threw
record Engine(List<String> report, List<Throwable> failures) implements TestExecutionListener {

  /// Runs these.
  static Engine run(List<? extends DiscoverySelector> tests) {
    Engine engine = new Engine(new ArrayList<>(), new ArrayList<>());
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build(),
            engine);
    if (engine.report.isEmpty()) {
      throw new AssertionError("no property was run: " + tests);
    }
    return engine;
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    for (String value : entry.getKeyValuePairs().values()) {
      value.lines().map(String::strip).forEach(report::add);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result.getThrowable().ifPresent(failures::add);
  }
}
