package dev.wakerobin.learn;

import java.nio.file.Path;
import java.util.List;

/// Something to do, and all that belongs to it. It lies in a folder of `learn/exercises`:
///
/// ```
///   01-1-countdown/
///     exercise.md             its title and kind, what is asked, the hints: see ExerciseFile
///     Countdown.java          the file as it is given to the learner
///     CountdownCheck.java     what it is judged by, in JUnit; the learner may read it
///     solution/Countdown.java
///     wrong/1/Countdown.java  mistakes that people make; the check has to see them
///     wrong/2/Countdown.java
///     wrong/2/message.txt     what it has to say of the second one, among other things
/// ```
///
/// @param id the name of the folder
/// @param chapter which chapter it belongs to
/// @param title what it is about
/// @param kind what is to be done
/// @param file the name of the learner's file
/// @param schedulers on which the check is run, in this order
/// @param text what is asked
/// @param hints one after the other, each telling more
/// @param home the folder
record Exercise(
    String id,
    int chapter,
    String title,
    Kind kind,
    String file,
    List<String> schedulers,
    String text,
    List<String> hints,
    Path home) {

  /// The file as it is given.
  Path given() {
    return home.resolve(file);
  }

  Path solution() {
    return home.resolve("solution").resolve(file);
  }

  /// The simple name of the class that checks.
  String checkName() {
    return file.replace(".java", "Check");
  }

  Path check() {
    return home.resolve(checkName() + ".java");
  }
}
