package dev.wakerobin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives tests a runtime on this scheduler: see [WakerobinExtension]. On a class it holds for all
/// its tests, and one on a method takes precedence.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WakerobinExtension.class)
public @interface OnScheduler {

  /// The scheduler's name.
  String value() default WakerobinExtension.DEFAULT;
}
