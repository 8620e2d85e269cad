/// Checks of the engine, in its own package so that they reach its parts.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.runtime;
