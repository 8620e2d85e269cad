/// Checks of the work-stealing scheduler, in its own package so that they reach its parts.
@org.jspecify.annotations.NullMarked
package dev.wakerobin.scheduler.workstealing;
