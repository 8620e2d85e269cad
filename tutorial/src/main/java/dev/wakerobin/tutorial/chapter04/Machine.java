package dev.wakerobin.tutorial.chapter04;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.tutorial.chapter04.Club.NoScoreException;

/// ## Second: a machine
///
/// The same as one object. It remembers where it stands, and what it will need from there on:
///
/// ```
///   Start(club, seat) ──▶ AwaitsName(club, answer) ──▶ AwaitsScore(name, answer) ──▶ ready
///                             ▲ pending │                  ▲ pending │
///                             └─────────┘                  └─────────┘
/// ```
///
/// `poll` goes on from there as far as it can. There is a `catch` again, and a loop would be a
/// loop. What hurts is that we have sorted the variables by hand: which of them live across which
/// wait?
final class Machine implements Future<String> {
  private State state;

  Machine(Club club, int seat) {
    state = new Start(club, seat);
  }

  private sealed interface State {}

  private record Start(Club club, int seat) implements State {}

  private record AwaitsName(Club club, Future<String> answer) implements State {}

  private record AwaitsScore(String name, Future<Integer> answer) implements State {}

  @Override
  public Poll<String> poll(Context context) throws Exception {
    while (true) {
      switch (state) {
        case Start(Club club, int seat) -> state = new AwaitsName(club, club.name(seat));
        case AwaitsName(Club club, Future<String> answer) -> {
          if (!(answer.poll(context) instanceof Poll.Ready<String>(String name))) {
            return Poll.pending();
          }
          state = new AwaitsScore(name, club.score(name));
        }
        case AwaitsScore(String name, Future<Integer> answer) -> {
          try {
            if (!(answer.poll(context) instanceof Poll.Ready<Integer>(Integer points))) {
              return Poll.pending();
            }
            return Poll.ready(name + " has " + points + " points");
          } catch (NoScoreException _) {
            return Poll.ready(name + " has not played yet");
          }
        }
      }
    }
  }

  /// Whoever waits passes on that nobody wants the answer any more.
  @Override
  public void cancel() {
    switch (state) {
      case Start _ -> {}
      case AwaitsName(Club _, Future<String> answer) -> answer.cancel();
      case AwaitsScore(String _, Future<Integer> answer) -> answer.cancel();
    }
  }
}
