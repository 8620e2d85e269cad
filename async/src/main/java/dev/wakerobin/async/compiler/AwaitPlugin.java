package dev.wakerobin.async.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import javax.tools.Diagnostic;

/// Reports misplaced awaits as compile errors, and futures that nobody awaits as warnings.
///
/// It starts itself wherever javac looks for plugins: on the class path, or on the processor path
/// if one is given; on a processor module path, too. With an option it is told otherwise:
///
/// ```
/// -Xplugin:"Wakerobin unawaited=off"     no warnings of futures that nobody awaits
/// ```
///
/// `@SuppressWarnings("unawaited")` does the same for a class, a method, or a variable.
public final class AwaitPlugin implements Plugin {

  /// For the service loader.
  public AwaitPlugin() {}

  @Override
  public String getName() {
    return "Wakerobin";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  /// Starts with a compilation. An argument that is none of ours becomes a compile error.
  @Override
  public void init(JavacTask task, String... arguments) {
    boolean unawaited = true;
    for (String argument : arguments) {
      switch (argument) {
        case "unawaited=on" -> unawaited = true;
        case "unawaited=off" -> unawaited = false;
        default -> task.addTaskListener(new Complaint(Trees.instance(task), argument));
      }
    }
    task.addTaskListener(new Inspection(task, unawaited));
  }

  /// Says so at the first source: before that, javac takes no messages.
  private final class Complaint implements TaskListener {
    private final Trees trees;
    private final String argument;
    private boolean said;

    Complaint(Trees trees, String argument) {
      this.trees = trees;
      this.argument = argument;
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.PARSE && !said) {
        said = true;
        CompilationUnitTree unit = event.getCompilationUnit();
        String words =
            "-Xplugin:%s has no argument '%s': there is [unawaited=on, unawaited=off]"
                .formatted(getName(), argument);
        trees.printMessage(Diagnostic.Kind.ERROR, words, unit, unit);
      }
    }
  }
}
