package dev.wakerobin.tck;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The contract for whatever is under test just now: test engines make their instances themselves,
/// so it has to be said in a static field.
public final class Subject extends SchedulerContract {
  private static final AtomicReference<@Nullable SchedulerProvider> UNDER_TEST =
      new AtomicReference<>();

  /// For the test engines.
  public Subject() {}

  /// From now on this one is tested.
  public static void set(SchedulerProvider provider) {
    UNDER_TEST.set(provider);
  }

  @Override
  public SchedulerProvider provider() {
    SchedulerProvider provider = UNDER_TEST.get();
    if (provider == null) {
      throw new IllegalStateException("no scheduler is under test: this contract is run by `tck`");
    }
    return provider;
  }
}
