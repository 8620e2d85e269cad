/// What is measured. Each file has the same work once for each contender, in the shape that its
/// users would give it. [Repeat] and [Countdown] are what several of them need.
package dev.wakerobin.benchmarks.workloads;
