package dev.wakerobin.futures;

import dev.wakerobin.Future;
import java.util.List;

/// Gives the values of a list of futures of different kinds their types back.
@SuppressWarnings("unchecked") // Which kind is at which place is known to those who call.
final class Tuples {
  private Tuples() {}

  static <A, B> Future<Pair<A, B>> pair(Future<List<Object>> all) {
    return new Mapped<>(all, values -> new Pair<>((A) values.get(0), (B) values.get(1)));
  }

  static <A, B, C> Future<Triple<A, B, C>> triple(Future<List<Object>> all) {
    return new Mapped<>(
        all, values -> new Triple<>((A) values.get(0), (B) values.get(1), (C) values.get(2)));
  }

  static <A, B> Future<Either<A, B>> either(Future<Selected<Object>> first) {
    return new Mapped<>(
        first,
        selected ->
            selected.index() == 0
                ? new Either.Left<>((A) selected.value())
                : new Either.Right<>((B) selected.value()));
  }
}
