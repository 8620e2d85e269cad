package cases.other;

import static dev.wakerobin.async.Async.await;

import dev.wakerobin.async.Body;
import dev.wakerobin.async.Probe;

/// Methods that classes of other packages hand over as bodies.
public class Helpers {
  private final String name;

  public Helpers(String name) {
    this.name = name;
  }

  @Body
  public static String stranger() throws Exception {
    return "stranger " + await(Probe.current().later(1)) + secret();
  }

  private static String secret() {
    return "secret";
  }

  @Body
  public String greet() throws Exception {
    return "hello " + name + await(Probe.current().later("!"));
  }

  @SafeVarargs
  public static <T> String all(T... many) throws Exception {
    return many.length + " things";
  }

  /// What is handed over is its subclass's, of which no other package knows the name.
  public static Helpers hidden() {
    return new Hidden();
  }

  private static final class Hidden extends Helpers {
    Hidden() {
      super("hidden");
    }

    @Override
    public String greet() throws Exception {
      return "from " + await(Probe.current().later("hidden"));
    }
  }
}
