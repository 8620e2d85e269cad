/// What a workload runs on, started before it is measured and closed after it.
package dev.wakerobin.benchmarks.contenders;
