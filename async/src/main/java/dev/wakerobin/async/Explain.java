package dev.wakerobin.async;

import dev.wakerobin.async.lowering.HostClass;
import dev.wakerobin.async.lowering.Lowering;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Optional;

/// Shows the state machine that an async body is lowered to, as Java with labels and jumps, beside
/// the source lines it comes from.
///
/// It is told from what the lowering itself works with, and told shorter than it is: boxing, the
/// cast of an awaited value, and the way of a cancel are left out, when `cx` is absent and each
/// await throws. And it takes the variables back before it polls, where the machine polls first.
/// What may come behind an await in a loop, up to the loop's end, stands here once; the machine has
/// it a second time, for who is resumed there, since only loops with one way in are optimized.
/// The frame is `this`; the object that the body belongs to is `self`.
public final class Explain {
  private Explain() {}

  /// The machine of a body, with line numbers.
  ///
  /// @throws RestrictionException if the body cannot be lowered
  public static String of(AsyncBody<?> body) {
    return of(body, List.of());
  }

  /// The same of a body that returns nothing.
  ///
  /// @throws RestrictionException if the body cannot be lowered
  public static String of(AsyncAction body) {
    return LazyDoor.explain(body, List.of());
  }

  /// The machine of a body, with source lines.
  ///
  /// @param source all lines of the source file that the body stands in
  /// @throws RestrictionException if the body cannot be lowered
  public static String of(AsyncBody<?> body, List<String> source) {
    return LazyDoor.explain(body, source);
  }

  /// The machines of all bodies in a class file, in their order there, an empty line between them.
  /// In place of a method that awaits and cannot be lowered stands why.
  ///
  /// @param source all lines of its source file, or none to have line numbers alone
  /// @throws IllegalArgumentException if these bytes are no class file
  public static String of(byte[] classFile, List<String> source) {
    HostClass host = HostClass.parse(classFile, _ -> Optional.empty());
    StringBuilder all = new StringBuilder();
    for (MethodModel method : host.methods()) {
      String machine = machine(host, method, source);
      all.append(all.isEmpty() || machine.isEmpty() ? "" : "\n").append(machine);
    }
    return all.isEmpty() ? host.file() + ": nothing awaits in this class\n" : all.toString();
  }

  /// Whether anything awaits in a class, so that there is something to explain.
  ///
  /// @throws IllegalArgumentException if these bytes are no class file
  public static boolean isNeeded(byte[] classFile) {
    HostClass host = HostClass.parse(classFile, _ -> Optional.empty());
    return host.methods().stream().anyMatch(method -> !machine(host, method, List.of()).isEmpty());
  }

  private static String machine(HostClass host, MethodModel method, List<String> source) {
    try {
      return Lowering.isNeeded(host, method) ? method(host, method, source) : "";
    } catch (RestrictionException e) {
      return e.getMessage() + "\n";
    }
  }

  static String method(HostClass host, MethodModel method, List<String> source) {
    String name = Lowering.sourceName(method.methodName().stringValue());
    String title = "async " + name + " (" + host.file() + ")";
    if (!Lowering.isNeeded(host, method)) {
      return title + ": awaits nothing, so it runs as it stands\n";
    }
    return title + "\n" + Lowering.narrate(host, method, source);
  }
}
