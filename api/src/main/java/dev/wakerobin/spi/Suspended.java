package dev.wakerobin.spi;

import java.util.List;

/// A future that runs a piece of code in parts, and can say where in it the code waits just now: an
/// async function at its await. A dump of a runtime's tasks shows that as a stack trace.
public interface Suspended {

  /// Where the code waits; before it, where what it waits for waits, and so on: innermost first, as
  /// in a stack trace. Empty if it does not wait.
  ///
  /// It may be asked by any thread at any time, also while the future is polled: then the answer is
  /// of a moment ago. It does not block.
  List<StackTraceElement> trace();

  /// The same with the variables at each of these places. It is for somebody who looks for what
  /// went wrong: to have their values, the `toString` of foreign objects may be called.
  default List<Stop> stops() {
    return trace().stream().map(place -> new Stop(place, List.of())).toList();
  }

  /// A place where code waits.
  ///
  /// @param place file and line
  /// @param variables those which the code needs when it goes on; none if they are not known
  record Stop(StackTraceElement place, List<Variable> variables) {
    /// Takes a copy.
    public Stop {
      variables = List.copyOf(variables);
    }
  }

  /// A variable of code that waits.
  ///
  /// @param name as in the source; `local3` for the one in slot 3 if the names are not known
  /// @param value as text, on one line and cut if it is long
  record Variable(String name, String value) {

    /// `name = value`
    @Override
    public String toString() {
      return name + " = " + value;
    }
  }
}
