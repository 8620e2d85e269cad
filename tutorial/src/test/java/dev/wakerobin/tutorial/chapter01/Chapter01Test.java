package dev.wakerobin.tutorial.chapter01;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter01Test {

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void it_prints_every_poll_by_hand_the_value_and_the_packets(String scheduler) {
    assertThat(Reading.of("run", "1", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "made; nothing has happened yet",
            "3 ...",
            "  the answer: Pending",
            "2 ...",
            "  the answer: Pending",
            "1 ...",
            "  the answer: Pending",
            "  the answer: Ready[value=lift-off]",
            "3 ...",
            "2 ...",
            "1 ...",
            "blockOn answers: lift-off",
            "connect was called:  0 packets sent",
            "another future ran:  0 packets sent",
            "this one was polled: 1 packet sent, connected to localhost");
  }
}
