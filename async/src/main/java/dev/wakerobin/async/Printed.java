package dev.wakerobin.async;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Values as text on one line, whatever their `toString` does: one that fails, never ends or makes
/// very much of it costs a bounded time and a bounded line.
///
/// What is not of the JDK is asked for its `toString` on another thread, which is given up if it
/// takes too long. No object of that class is asked again.
final class Printed {
  private static final int MOST_CHARACTERS = 80;
  private static final int MOST_ELEMENTS = 10;
  private static final int MOST_NESTING = 2;
  private static final long PATIENCE_MILLIS = 100;
  private static final long IDLE_SECONDS = 1;

  /// Whether the `toString` of a class has taken too long.
  private static final ClassValue<AtomicBoolean> IS_SLOW =
      new ClassValue<>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> type) {
          return new AtomicBoolean();
        }
      };

  private static final ExecutorService ASKING =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Thread.ofPlatform().daemon().name("async-values").unstarted(task));

  private Printed() {}

  static String text(@Nullable Object value) {
    return text(value, 0);
  }

  private static String text(@Nullable Object value, int nesting) {
    return switch (value) {
      case null -> "null";
      case String string -> cut(string, '"');
      case Character character -> cut(character.toString(), '\'');
      case Enum<?> constant -> cut(constant.name(), '\0');
      case Class<?> type -> cut(type.getName(), '\0');
      case Integer _, Long _, Double _, Float _, Short _, Byte _, Boolean _ ->
          String.valueOf(value);
      case Object array when array.getClass().isArray() -> elements(array, nesting);
      case Collection<?> many when isJdks(many) && many.size() > MOST_ELEMENTS ->
          "%s of %,d elements".formatted(name(many), many.size());
      case Map<?, ?> many when isJdks(many) && many.size() > MOST_ELEMENTS ->
          "%s of %,d entries".formatted(name(many), many.size());
      default -> ask(value);
    };
  }

  private static boolean isJdks(Object value) {
    return value.getClass().getName().startsWith("java.util.");
  }

  private static String name(Object value) {
    String simple = value.getClass().getSimpleName();
    return simple.isEmpty() ? value.getClass().getName() : simple;
  }

  /// `int[3] {1, 2, 3}`
  private static String elements(Object array, int nesting) {
    int length = Array.getLength(array);
    String head = "%s[%d]".formatted(array.getClass().getComponentType().getSimpleName(), length);
    if (nesting == MOST_NESTING) {
      return head;
    }
    StringJoiner elements = new StringJoiner(", ", head + " {", "}");
    for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
      elements.add(text(Array.get(array, i), nesting + 1));
    }
    if (length > MOST_ELEMENTS) {
      elements.add("…");
    }
    return elements.toString();
  }

  private static String ask(Object value) {
    AtomicBoolean slow = IS_SLOW.get(value.getClass());
    if (slow.get()) {
      return tooLong(value);
    }
    Future<String> answer = ASKING.submit(() -> String.valueOf(value.toString()));
    try {
      return cut(answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), '\0');
    } catch (ExecutionException e) {
      Throwable thrown = Objects.requireNonNullElse(e.getCause(), e);
      return "%s (its toString throws %s)".formatted(name(value), thrown.getClass().getName());
    } catch (TimeoutException _) {
      slow.set(true);
      answer.cancel(true);
      return tooLong(value);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      return name(value);
    }
  }

  private static String tooLong(Object value) {
    return "%s (its toString takes longer than %d ms)".formatted(name(value), PATIENCE_MILLIS);
  }

  /// On one line, and not too long of it.
  ///
  /// @param quote what to put around it; `\0` for nothing
  private static String cut(String text, char quote) {
    StringBuilder line = new StringBuilder();
    String around = quote == '\0' ? "" : String.valueOf(quote);
    line.append(around);
    int end = Math.min(text.length(), MOST_CHARACTERS);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      append(line, text.charAt(i), quote);
    }
    line.append(end < text.length() ? "…" : "").append(around);
    return end < text.length()
        ? line + " (%,d characters)".formatted(text.length())
        : line.toString();
  }

  private static void append(StringBuilder line, char each, char quote) {
    switch (each) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        if (Character.isISOControl(each)) {
          line.append("\\u%04x".formatted((int) each));
        } else {
          line.append(each == quote || (each == '\\' && quote != '\0') ? "\\" : "").append(each);
        }
      }
    }
  }
}
