package dev.wakerobin.testkit;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.RuntimeBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/// Gives a test the [AsyncRuntime] that it asks for as a parameter, and closes it afterwards.
///
/// ```java
/// @ExtendWith(WakerobinExtension.class)
/// class MyTest {
///   @Test
///   void it_times_out_after_an_hour(AsyncRuntime runtime, ManualClock clock) { … }
/// }
/// ```
///
/// - The scheduler is `basic`, unless [OnScheduler] names another one, or [OnEveryScheduler] asks
///   for all.
/// - A test that asks for a [ManualClock] as well has a runtime that lives by it.
/// - A test fails if anything was reported to its runtime's reporter: a failure that nobody joined,
///   or a rule that somebody broke.
public final class WakerobinExtension
    implements ParameterResolver, AfterEachCallback, TestTemplateInvocationContextProvider {
  /// The scheduler of tests that do not say which.
  static final String DEFAULT = "basic";

  private static final Namespace NAMESPACE = Namespace.create(WakerobinExtension.class);

  /// For JUnit.
  public WakerobinExtension() {}

  // ---- One scheduler, or every one

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(OnEveryScheduler.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return AsyncRuntime.availableSchedulers().stream().map(Named::new);
  }

  /// The test on that scheduler.
  private record Named(String scheduler) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return "on " + scheduler;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(
          (BeforeEachCallback) context -> context.getStore(NAMESPACE).put(String.class, scheduler));
    }
  }

  private static String schedulerFor(ExtensionContext context) {
    String everyone = context.getStore(NAMESPACE).get(String.class, String.class);
    if (everyone != null) {
      return everyone;
    }
    return Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(OnScheduler.class))
        .or(
            () ->
                Optional.ofNullable(
                    context.getRequiredTestClass().getAnnotation(OnScheduler.class)))
        .map(OnScheduler::value)
        .orElse(DEFAULT);
  }

  // ---- The runtime of one test

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == AsyncRuntime.class || type == ManualClock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Given given =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Given.class, _ -> Given.forTest(context), Given.class);
    return parameter.getParameter().getType() == ManualClock.class ? given.clock : given.runtime;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Given given = context.getStore(NAMESPACE).remove(Given.class, Given.class);
    if (given != null) {
      given.closeAndCheck();
    }
  }

  /// What a test was given.
  private static final class Given {
    final ManualClock clock = Clock.manual();
    final Queue<Throwable> problems = new ConcurrentLinkedQueue<>();
    final AsyncRuntime runtime;

    private Given(String scheduler, boolean manual) {
      RuntimeBuilder builder =
          AsyncRuntime.builder().scheduler(scheduler).seed(1).reporter(problems::add);
      runtime = (manual ? builder.clock(clock) : builder).build();
    }

    static Given forTest(ExtensionContext context) {
      boolean manual =
          List.of(context.getRequiredTestMethod().getParameterTypes()).contains(ManualClock.class);
      return new Given(schedulerFor(context), manual);
    }

    void closeAndCheck() {
      runtime.close();
      if (!problems.isEmpty()) {
        AssertionError failure =
            new AssertionError("the runtime reported problems during this test: " + problems);
        problems.forEach(failure::addSuppressed);
        throw failure;
      }
    }
  }
}
