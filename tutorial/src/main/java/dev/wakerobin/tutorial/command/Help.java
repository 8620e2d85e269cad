package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The pages that `--help` shows, of 60 columns, made from the table of commands.
final class Help {
  /// How they are asked for.
  static final Option OPTION = new Option("--help", "this page, or that of a command");

  private static final int GUTTER = 23;

  private final StringBuilder text = new StringBuilder();

  private Help() {}

  /// The page of all commands. The options that say on what a chapter runs are told once.
  static String of(List<Usage> usages) {
    Help help = new Help();
    help.text.append(
        """
        Wakerobin: a tutorial on async runtimes, and the runtime
        itself. After ./wakerobin you type:

        """);
    for (Usage usage : usages) {
      help.row("  " + (usage.verb().isEmpty() ? "(nothing)" : usage.shown()), usage.words());
      for (Option option : usage.options()) {
        if (!StageOptions.ONE.contains(option)) {
          help.row("    " + option.shown(), option.words());
        }
      }
    }
    help.row("  --help", OPTION.words());
    String verbs =
        usages.stream()
            .filter(usage -> usage.options().containsAll(StageOptions.SEVERAL))
            .map(Usage::verb)
            .filter(verb -> !verb.isEmpty())
            .collect(Collectors.joining(", "));
    help.text.append("\nOn what chapters run, for ").append(verbs).append(":\n\n");
    StageOptions.ONE.forEach(option -> help.row("  " + option.shown(), option.words()));
    return help.text.toString();
  }

  /// The page of one command.
  static String of(Usage usage) {
    Help help = new Help();
    String typed = "./wakerobin " + usage.shown();
    help.text.append(usage.options().isEmpty() ? typed : typed.strip() + " [options]").append("\n");
    Page.broken(usage.words(), Page.WIDTH - 2)
        .forEach(line -> help.text.append("  " + line + "\n"));
    if (!usage.options().isEmpty()) {
      help.text.append('\n');
      usage.options().forEach(option -> help.row("  " + option.shown(), option.words()));
    }
    return help.text.toString();
  }

  private void row(String label, String words) {
    List<String> lines = Page.broken(words, Page.WIDTH - GUTTER);
    text.append(label);
    if (label.length() < GUTTER) {
      text.append(" ".repeat(GUTTER - label.length())).append(lines.removeFirst());
    }
    text.append('\n');
    lines.forEach(line -> text.append(" ".repeat(GUTTER)).append(line).append('\n'));
  }

  /// All options that any command takes, each once.
  static Usage union(List<Usage> usages) {
    Set<Option> options = new LinkedHashSet<>();
    usages.forEach(usage -> options.addAll(usage.options()));
    options.add(OPTION);
    return new Usage("", "", "", List.copyOf(options));
  }
}
