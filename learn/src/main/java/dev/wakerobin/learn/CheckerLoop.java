package dev.wakerobin.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The other end of a [Checker]: answers one question after the other, until there is none, or
/// until a check hangs.
public final class CheckerLoop {
  private CheckerLoop() {}

  /// The first argument is the project's folder.
  public static void main(String[] arguments) throws IOException {
    Catalogue catalogue = Catalogue.in(Path.of(arguments[0], "learn", "exercises"));
    DataInputStream questions = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(System.out);
    System.setIn(InputStream.nullInputStream()); // The learner's program has none.
    System.setOut(System.err); // Nor does it come in between.
    Checking checking = new Checking(Checking.USUAL_LIMIT);
    boolean goesOn = true;
    while (goesOn) {
      Verdict verdict;
      try {
        Exercise exercise = catalogue.find(questions.readUTF());
        verdict = checking.check(exercise, Path.of(questions.readUTF()));
      } catch (EOFException | Refusal _) {
        break;
      }
      byte[] words = verdict.words().getBytes(StandardCharsets.UTF_8);
      answers.writeBoolean(verdict.isPassed());
      answers.writeInt(words.length);
      answers.write(words);
      answers.flush();
      goesOn = !(verdict instanceof Verdict.Hangs);
    }
    Runtime.getRuntime().halt(0); // What hangs would hold up an orderly end.
  }
}
