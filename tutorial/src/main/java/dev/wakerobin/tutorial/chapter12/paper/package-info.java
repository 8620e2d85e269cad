/// Workers that exist on paper only: [SimulatedWorkers] plays them, and [SideBySide] lays out what
/// was played.
package dev.wakerobin.tutorial.chapter12.paper;
