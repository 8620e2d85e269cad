package dev.wakerobin.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.regex.Pattern;

/// A place in the code, as a report shows it.
///
/// @param frames who did it, and if that was this module, the first caller outside
/// @param direct whether nothing is between that and the poll of a task
record Site(List<StackFrame> frames, boolean direct) {
  private static final StackWalker WALKER = StackWalker.getInstance();

  /// The packages of the library: who calls from outside of them is the user.
  private static final Pattern OURS =
      Pattern.compile("dev[.]wakerobin([.](spi|runtime|futures|sync|async))?[.][A-Z].*");

  /// Where the calling thread is.
  ///
  /// @param own the classes that only look, and are not to be shown
  static Site here(Class<?>... own) {
    List<String> names = List.of(own).stream().map(Class::getName).toList();
    return WALKER.walk(
        frames -> {
          List<StackFrame> all =
              frames
                  .dropWhile(
                      frame ->
                          frame.getClassName().equals(Site.class.getName())
                              || names.contains(frame.getClassName()))
                  .takeWhile(frame -> !isPollOfTask(frame))
                  .toList();
          int outside = 0;
          while (outside < all.size() && isOurs(all.get(outside))) {
            outside++;
          }
          return new Site(
              outside == 0 || outside == all.size()
                  ? List.copyOf(all.subList(0, 1))
                  : List.of(all.getFirst(), all.get(outside)),
              all.size() == 1);
        });
  }

  private static boolean isPollOfTask(StackFrame frame) {
    return frame.getClassName().equals(TaskCell.class.getName())
        && frame.getMethodName().equals("pollOnce");
  }

  private static boolean isOurs(StackFrame frame) {
    return isOurs(frame.getClassName());
  }

  /// Whether that class is of this library, and not its user's.
  static boolean isOurs(String type) {
    return OURS.matcher(type).matches() && !type.endsWith("Test");
  }

  /// Whether it was a join of a task that did it.
  boolean isJoin() {
    return frames.getFirst().getClassName().equals(TaskCell.class.getName());
  }

  /// Whether no caller is from outside of this module.
  boolean isOnlyOurs() {
    return isOurs(frames.getLast());
  }

  /// The caller outside of this module, or whoever it was if there is none.
  String outside() {
    return describe(frames.getLast());
  }

  /// As in `Delay.poll (Delay.java:33)`, or `Sleep.poll (Sleep.java:49), from App.run
  /// (App.java:7)`.
  @Override
  public String toString() {
    String first = describe(frames.getFirst());
    return frames.size() == 1 ? first : first + ", from " + outside();
  }

  private static String describe(StackFrame frame) {
    String type = frame.getClassName();
    return "%s.%s (%s:%d)"
        .formatted(
            type.substring(type.lastIndexOf('.') + 1),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
