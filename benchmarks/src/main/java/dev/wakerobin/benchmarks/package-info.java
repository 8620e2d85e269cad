/// `./wakerobin bench`. Read in this order:
///
/// ```
/// workloads    what is measured: one file each, our version and every peer's side by side
/// contenders   what it is measured on: a runtime of ours, and the peers
/// Main         reads the words and runs the rounds
/// Jmh          one measurement: a workload, a contender, a number of threads
/// Standing     who is ahead of whom, from the medians of the rounds
/// Table        prints it, and JsonFile writes it
/// ```
package dev.wakerobin.benchmarks;
