package dev.wakerobin.benchmarks.workloads;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Twenty bodies, each of which is used once. [ColdBodies] loads this class over and over, and each
/// time they have never been used before.
final class ColdHost implements Function<Future<Integer>, List<Future<Integer>>> {
  static final int BODIES = 20;

  @Override
  public List<Future<Integer>> apply(Future<Integer> turn) {
    List<Future<Integer>> all = new ArrayList<>(firstTen(turn));
    all.addAll(secondTen(turn));
    return all;
  }

  private static List<Future<Integer>> firstTen(Future<Integer> turn) {
    return List.of(
        async(() -> await(turn) + 0),
        async(
            () -> {
              int sum = 1;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 2),
        async(
            () -> {
              int sum = 3;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 4),
        async(
            () -> {
              int sum = 5;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 6),
        async(
            () -> {
              int sum = 7;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 8),
        async(
            () -> {
              int sum = 9;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }));
  }

  private static List<Future<Integer>> secondTen(Future<Integer> turn) {
    return List.of(
        async(() -> await(turn) + 10),
        async(
            () -> {
              int sum = 11;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 12),
        async(
            () -> {
              int sum = 13;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 14),
        async(
            () -> {
              int sum = 15;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 16),
        async(
            () -> {
              int sum = 17;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }),
        async(() -> await(turn) + 18),
        async(
            () -> {
              int sum = 19;
              for (int i = 0; i < 3; i++) {
                sum += await(turn);
              }
              return sum;
            }));
  }
}
