package dev.wakerobin.scheduler.workstealing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// A call out of a loop that never ends, to the newest code there is.
///
/// HotSpot compiles such a loop together with what it calls. When that code is given up, for
/// another thread has met something that it was not made for, a thread in the loop stays in the old
/// code all the same. From then on nobody mends the calls in there, and what they lead to is
/// interpreted, for good: a yield took 200 to 400 ns and not 20, in one JVM out of fifteen.
///
/// What is called through a handle that is no constant does not become part of the loop, and is
/// looked up each time.
final class Reentry {
  private static final MethodHandle RUN;

  static {
    try {
      RUN =
          MethodHandles.publicLookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MethodHandle call;

  Reentry(Runnable body) {
    this.call = RUN.bindTo(body);
  }

  void run() {
    try {
      call.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a Runnable threw something checked", e);
    }
  }
}
