/// Checks of the basic scheduler, in its own package so that they reach its parts.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.scheduler.basic;
