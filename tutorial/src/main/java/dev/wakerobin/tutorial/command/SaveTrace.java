package dev.wakerobin.tutorial.command;

import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFormat;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// `trace`: runs a chapter and saves what a program of it did.
///
/// Its folder has to be there, and a file that is there already is replaced only by force; both are
/// looked at before the chapter runs, which may take a while.
final class SaveTrace implements Command {
  private static final Option OUT =
      new Option("--out", "FILE", "a file", "to FILE.html, .json (for Perfetto), .svg or .trace");
  private static final Option FORCE = new Option("--force", "even if there is such a file");

  @Override
  public Usage usage() {
    return new Usage(
        "trace",
        "N",
        "runs chapter N, and saves what a program of it did",
        Stream.concat(Stream.of(OUT, Programs.OPTION, FORCE), StageOptions.ONE.stream()).toList());
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure, IOException {
    Chapter chapter = seat.chapter(usage(), arguments);
    int number = chapter.heading().number();
    if (!arguments.has(OUT)) {
      throw new Complaint(
          "trace needs --out, and a file",
          "its name ends with one of " + endings(),
          "try: ./wakerobin trace %d --out chapter%d.html".formatted(number, number));
    }
    String name = arguments.value(OUT).orElse("");
    TraceFormat format = format(name);
    Path file = file(name, arguments.has(FORCE));
    int program = Programs.asked(arguments);
    Stage stage = StageOptions.stage(arguments);
    stage.check();
    Programs programs = Programs.of(chapter, stage);
    Trace trace = programs.program(program, usage());
    String what =
        "chapter %d, program %d of %d".formatted(number, program, programs.traces().size());
    write(file, format.write(trace, what + ": " + chapter.heading().title()), arguments);
    seat.out().println(what + ": " + file);
    if (program < programs.traces().size()) {
      seat.out().println("the next one: --program " + (program + 1));
    }
    seat.out().println("what looks ill in it: ./wakerobin doctor " + quoted(file));
    return Main.WELL;
  }

  private static String endings() {
    return String.join(", ", TraceFormat.endings());
  }

  private static TraceFormat format(String name) throws Complaint {
    return TraceFormat.of(name)
        .orElseThrow(
            () ->
                new Complaint(
                    "'" + name + "' has none of the endings that can be written",
                    "endings: " + endings(),
                    "try: ./wakerobin trace 8 --out chapter8.html"));
  }

  private static Path file(String name, boolean force) throws Complaint {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new Complaint(
          "'" + name + "' is no name of a file", e.getReason(), "try: --out chapter8.html");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Complaint("no folder '" + folder + "'", "make it first", "try: mkdir -p " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new Complaint(
          "'" + name + "' is a folder", "name a file in it", "try: --out chapter8.html");
    }
    if (Files.exists(file) && !force) {
      throw new Complaint(
          "there is a file '" + name + "' already",
          "--force writes over it",
          "try: another name, or the same with --force");
    }
    return file;
  }

  private static void write(Path file, String content, Arguments arguments) throws Complaint {
    List<StandardOpenOption> how =
        arguments.has(FORCE)
            ? List.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)
            : List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      Files.writeString(file, content, how.toArray(StandardOpenOption[]::new));
    } catch (IOException e) {
      throw new Complaint(
          "'" + file + "' cannot be written: " + e.getMessage(),
          "is there room, and may you write there?",
          "try: --out with another file");
    }
  }

  private static String quoted(Path file) {
    String name = file.toString();
    return name.contains(" ") ? "\"" + name + "\"" : name;
  }
}
