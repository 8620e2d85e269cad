/// The goals, tried by Maven itself on projects that are written into temporary folders: a
/// [Project] is built from a [Repository], offline.
@NullMarked
package dev.wakerobin.async.maven;

import org.jspecify.annotations.NullMarked;
