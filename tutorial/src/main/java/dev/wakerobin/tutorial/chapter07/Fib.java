package dev.wakerobin.tutorial.chapter07;

/// The Fibonacci numbers, the slow way: something that computes, and never waits.
final class Fib {
  private Fib() {}

  static long fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  /// Which of them takes about that long on this machine, today.
  ///
  /// Found by trying. Each takes 1.6 times as long as the one before, and the third from there 4.2
  /// times: so when one takes a fifth of that time, the third from there is the one.
  static int lasting(long nanos) {
    int n = 20;
    long start;
    do {
      n++;
      start = System.nanoTime();
      fib(n);
    } while (System.nanoTime() - start < nanos / 5);
    return n + 3;
  }
}
