package dev.wakerobin.tutorial.command;

import dev.wakerobin.trace.Diagnosis;
import dev.wakerobin.trace.Doctor;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFile;
import dev.wakerobin.trace.TraceFormat;
import dev.wakerobin.trace.TraceFormatException;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// `doctor`: explains what looks ill in a trace that was saved. It ends with 1 if something does.
final class Diagnose implements Command {
  private static final String READS =
      "it reads what 'trace' writes: " + String.join(", ", TraceFormat.endings());
  private static final String TRY =
      "try: ./wakerobin trace 8 --out chapter8.html, then doctor chapter8.html";

  @Override
  public Usage usage() {
    return new Usage(
        "doctor",
        "TRACE",
        "explains what looks ill in a trace that was saved; then it ends with 1");
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint {
    List<String> operands = arguments.operands();
    if (operands.size() != 1) {
      throw new Complaint(
          operands.isEmpty()
              ? "doctor needs the file of a trace"
              : "doctor takes one trace, and then there is '" + operands.get(1) + "'",
          READS,
          TRY);
    }
    Trace trace = read(operands.getFirst());
    PrintStream out = seat.out();
    out.println(
        "%d events, %d tasks, %d polls"
            .formatted(trace.size(), trace.tasks().size(), trace.polls().size()));
    if (trace.dropped() > 0) {
      out.println("of a longer run: the first " + trace.dropped() + " events were dropped");
    }
    List<Diagnosis> all = Doctor.examine(trace);
    for (Diagnosis each : all) {
      out.println();
      out.println(seat.page().bold(each.symptom().toString()));
      lines(each.finding() + ".").forEach(line -> out.println("  " + line));
      lines(each.symptom().advice()).forEach(line -> out.println("  " + line));
    }
    if (all.isEmpty()) {
      out.println("nothing looks ill");
    }
    return all.isEmpty() ? Main.WELL : Main.FAILED;
  }

  private static List<String> lines(String text) {
    return Page.broken(text, Page.WIDTH - 2);
  }

  private static Trace read(String name) throws Complaint {
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new Complaint("'" + name + "' is a folder", "name a file in it", TRY);
      }
      if (!Files.exists(file)) {
        throw new Complaint("no file '" + name + "'", READS, TRY);
      }
      return TraceFile.readUnchecked(file);
    } catch (InvalidPathException _) {
      throw new Complaint("'" + name + "' is no name of a file", READS, TRY);
    } catch (TraceFormatException damaged) {
      throw new Complaint(
          "'%s' is no trace, or damaged: %s".formatted(name, damaged.getMessage()), READS, TRY);
    } catch (IOException e) {
      throw new Complaint(
          "'" + name + "' cannot be read: " + e.getMessage(), "is it yours to read?", TRY);
    }
  }
}
