package dev.wakerobin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that is run once on each scheduler that can be found, instead of `@Test`:
///
/// ```java
/// @OnEveryScheduler
/// void a_ready_future_gives_its_value(AsyncRuntime runtime) throws InterruptedException {
///   int answer = runtime.blockOn(_ -> Poll.ready(42));
///   assertThat(answer).isEqualTo(42);
/// }
/// ```
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(WakerobinExtension.class)
public @interface OnEveryScheduler {}
