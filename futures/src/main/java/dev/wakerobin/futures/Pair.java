package dev.wakerobin.futures;

/// Two values.
///
/// @param first the first one
/// @param second the second one
/// @param <A> what the first one is
/// @param <B> what the second one is
public record Pair<A, B>(A first, B second) {}
