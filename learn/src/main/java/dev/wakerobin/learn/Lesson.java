package dev.wakerobin.learn;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// One run of a check, on a thread that can be left behind.
final class Lesson {
  /// Its notes are for those who configure it; kept here, for loggers are held weakly.
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING);
  }

  private static final String OURS = "dev.wakerobin.";

  private final Classroom room;
  private final Exercise exercise;
  private final AtomicInteger checks = new AtomicInteger();
  private final List<Verdict.Failure> failures = Collections.synchronizedList(new ArrayList<>());

  Lesson(Classroom room, Exercise exercise) {
    this.room = room;
    this.exercise = exercise;
  }

  /// Runs it. False if it has not ended in time; then it goes on.
  boolean endsWithin(Duration limit) {
    Thread thread = Thread.ofPlatform().daemon().name("check").unstarted(this::run);
    thread.setContextClassLoader(room);
    thread.start();
    try {
      return thread.join(limit);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    try {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(room.loadClass(exercise.checkName())))
              .configurationParameter("jqwik.database", "")
              .configurationParameter("jqwik.reporting.usejunitplatform", "true") // Not to stdout.
              .configurationParameter("jqwik.shrinking.bounded.seconds", "1")
              .build();
      Launcher launcher = LauncherFactory.create();
      launcher.execute(request, new Listener());
      if (checks.get() == 0 && failures.isEmpty()) {
        throw new IllegalStateException(exercise.check() + " checks nothing");
      }
    } catch (Exception | LinkageError thrown) {
      failures.add(failure("the check itself", thrown));
    }
  }

  /// How many checks were made.
  int checks() {
    return checks.get();
  }

  List<Verdict.Failure> failures() {
    return List.copyOf(failures);
  }

  private Verdict.Failure failure(String check, Throwable thrown) {
    Throwable cause = thrown;
    StackTraceElement frame = null;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      StackTraceElement found = room.nearest(each.getStackTrace(), exercise.file());
      if (found != null) {
        frame = found;
        cause = each;
      }
    }
    String place = frame == null ? "" : frame.getFileName() + ":" + frame.getLineNumber();
    return new Verdict.Failure(check, message(cause), place);
  }

  /// An assertion's message is a sentence, and so is one of ours; of other throwables the class
  /// says as much.
  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    boolean speaks =
        thrown instanceof AssertionError || thrown.getClass().getName().startsWith(OURS);
    return speaks && message != null ? message : thrown.toString();
  }

  private final class Listener implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        checks.incrementAndGet();
      }
      result
          .getThrowable()
          .ifPresent(thrown -> failures.add(failure(sentence(test.getDisplayName()), thrown)));
    }
  }

  /// The name of a method as the sentence that it is.
  private static String sentence(String displayName) {
    return displayName.replaceAll("\\(.*\\)$", "").replace('_', ' ');
  }
}
