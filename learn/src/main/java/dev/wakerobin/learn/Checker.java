package dev.wakerobin.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks in a JVM of its own, which is kept warm. So a program that hangs, or ends its JVM, costs
/// that one.
///
/// ```
///   here:   exercise, file ──▶           ──▶ passed?, words
///   there:                  CheckerLoop
/// ```
final class Checker implements AutoCloseable {

  /// What came of it.
  ///
  /// @param words for the learner
  record Answer(boolean passed, String words) {}

  private final List<String> command;
  private @Nullable Process process;

  /// One whose other end is a [CheckerLoop] that this command starts.
  Checker(List<String> command) {
    this.command = command;
  }

  /// With a JVM like this one.
  static Checker likeThisJvm(Path repository) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Checker(
        List.of(
            java.toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CheckerLoop.class.getName(),
            repository.toString()));
  }

  /// Waits for the answer. For one thread at a time.
  Answer check(Exercise exercise, Path file) throws IOException {
    Process running = running();
    try {
      ask(running, exercise, file);
      return answer(running);
    } catch (EOFException gone) {
      return new Answer(false, "✗ the JVM has ended%s".formatted(code(running)));
    }
  }

  private Process running() throws IOException {
    Process running = process;
    if (running == null || !running.isAlive()) {
      running = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process = running;
    }
    return running;
  }

  private static void ask(Process running, Exercise exercise, Path file) throws IOException {
    try {
      DataOutputStream out = new DataOutputStream(running.getOutputStream());
      out.writeUTF(exercise.id());
      out.writeUTF(file.toString());
      out.flush();
    } catch (IOException broken) { // A pipe that nobody reads.
      EOFException gone = new EOFException();
      gone.initCause(broken);
      throw gone;
    }
  }

  private static Answer answer(Process running) throws IOException {
    DataInputStream in = new DataInputStream(running.getInputStream());
    boolean passed = in.readBoolean();
    byte[] words = in.readNBytes(in.readInt());
    return new Answer(passed, new String(words, StandardCharsets.UTF_8));
  }

  private static String code(Process running) {
    try {
      return " with exit code " + running.waitFor() + ": does the program call System.exit?";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
