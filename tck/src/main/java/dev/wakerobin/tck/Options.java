package dev.wakerobin.tck;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was asked for on the command line.
///
/// @param scheduler only this one
/// @param classPath where else to look for schedulers
/// @param modulePath the same, for modules
record Options(
    boolean help, Optional<String> scheduler, List<Path> classPath, List<Path> modulePath) {

  static final String HELP =
      """
      Runs the scheduler contract against every scheduler that is found, a line for each rule.

        ./wakerobin tck [options]
            --scheduler NAME      only against that one
            --class-path PATH     looks for schedulers there too: folders or jars that name them in
                                  META-INF/services/dev.wakerobin.spi.SchedulerProvider
            --module-path PATH    the same for modules that say `provides` in their module-info
        ./wakerobin tck --zoo     shows that the contract finds bugs: runs it against broken
                                  schedulers and runtimes, and prints which rule found each
        ./wakerobin tck --help    this page

      It ends with 0 if every rule is kept, with 1 if one is broken, with 2 if it was not run.
      """;

  static Options parse(List<String> arguments) {
    boolean help = false;
    Optional<String> scheduler = Optional.empty();
    List<Path> classPath = new ArrayList<>();
    List<Path> modulePath = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "-h", "--help" -> help = true;
        case "--scheduler" -> scheduler = Optional.of(valueAfter(arguments, i++));
        case "--class-path", "-cp" -> classPath.addAll(paths(valueAfter(arguments, i++)));
        case "--module-path", "-p" -> modulePath.addAll(paths(valueAfter(arguments, i++)));
        default ->
            throw new IllegalArgumentException(
                "'" + argument + "' is no option: ./wakerobin tck --help lists them");
      }
    }
    return new Options(help, scheduler, classPath, modulePath);
  }

  private static String valueAfter(List<String> arguments, int option) {
    if (option + 1 == arguments.size()) {
      throw new IllegalArgumentException(arguments.get(option) + " needs a value after it");
    }
    return arguments.get(option + 1);
  }

  private static List<Path> paths(String value) {
    List<Path> paths = new ArrayList<>();
    for (String each : value.split(File.pathSeparator, -1)) {
      Path path = Path.of(each);
      if (!Files.exists(path)) {
        throw new IllegalArgumentException(
            "there is nothing at '" + each + "': name a folder of classes, or a jar");
      }
      paths.add(path);
    }
    return paths;
  }
}
