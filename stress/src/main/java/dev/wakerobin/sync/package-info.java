/// Checks of the channel, in its own package so that they reach its parts.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.sync;
