package dev.wakerobin.tutorial.chapter14;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.tutorial.chapter14.Trial.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// ## A property checker, in small
///
/// jqwik does three things for you: it draws values at random, it looks for one with which the
/// property fails, and it makes that one as small as it can. Here they are, as plainly as can be.
record Search(SchedulerProvider scheduler) {
  private static final int MOST_PAPERS = 6;
  private static final int MOST_POLLS = 60;

  /// ### First, draw
  static Trial random(Random random) {
    List<Paper> papers = new ArrayList<>();
    int number = random.nextInt(1, MOST_PAPERS + 1);
    for (int i = 0; i < number; i++) {
      papers.add(new Paper(random.nextBoolean(), random.nextInt(1, MOST_POLLS + 1)));
    }
    return new Trial(List.copyOf(papers));
  }

  /// ### Then, find
  ///
  /// The trials up to the first that fails, that one included; or all of them.
  List<Trial> upToAFailure(int most, long seed) throws Exception {
    Random random = new Random(seed);
    List<Trial> trials = new ArrayList<>();
    while (trials.size() < most && (trials.isEmpty() || trials.getLast().holds(scheduler))) {
      trials.add(random(random));
    }
    return trials;
  }

  /// ### Last, shrink
  ///
  /// Of all the trials that are a little smaller, go on with the first that fails too. If there is
  /// none, everything that is left is needed for the failure. That is what you want to look at.
  List<Trial> shrunk(Trial failing) throws Exception {
    List<Trial> steps = new ArrayList<>(List.of(failing));
    while (true) {
      Trial next = firstFailing(smaller(steps.getLast()));
      if (next.equals(NONE)) {
        return steps;
      }
      steps.add(next);
    }
  }

  private static final Trial NONE = new Trial(List.of());

  private Trial firstFailing(List<Trial> trials) throws Exception {
    for (Trial trial : trials) {
      if (!trial.holds(scheduler)) {
        return trial;
      }
    }
    return NONE;
  }

  /// Without one of its papers; or with one that is not urgent, or half as long, or by one poll
  /// shorter.
  private static List<Trial> smaller(Trial trial) {
    List<Trial> smaller = new ArrayList<>();
    for (int i = 0; i < trial.papers().size(); i++) {
      smaller.add(with(trial, i, List.of()));
    }
    for (int i = 0; i < trial.papers().size(); i++) {
      Paper paper = trial.papers().get(i);
      if (paper.urgent()) {
        smaller.add(with(trial, i, List.of(new Paper(false, paper.polls()))));
      }
      if (paper.polls() > 1) {
        smaller.add(with(trial, i, List.of(new Paper(paper.urgent(), paper.polls() / 2))));
        smaller.add(with(trial, i, List.of(new Paper(paper.urgent(), paper.polls() - 1))));
      }
    }
    return smaller;
  }

  private static Trial with(Trial trial, int place, List<Paper> instead) {
    List<Paper> papers = new ArrayList<>(trial.papers());
    papers.remove(place);
    papers.addAll(place, instead);
    return new Trial(List.copyOf(papers));
  }
}
