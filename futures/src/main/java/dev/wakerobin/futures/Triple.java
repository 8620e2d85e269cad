package dev.wakerobin.futures;

/// Three values.
///
/// @param first the first one
/// @param second the second one
/// @param third the third one
/// @param <A> what the first one is
/// @param <B> what the second one is
/// @param <C> what the third one is
public record Triple<A, B, C>(A first, B second, C third) {}
