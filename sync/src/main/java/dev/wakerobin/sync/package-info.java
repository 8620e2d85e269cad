/// What tasks wait on: locks, channels and signals.
package dev.wakerobin.sync;
