package dev.wakerobin.futures;

/// The value of the one that was first, and which one that was.
///
/// @param index its place in the list, from 0
/// @param value what it gave
/// @param <T> what it is
public record Selected<T>(int index, T value) {}
