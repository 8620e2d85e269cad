package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.StandIn;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;

/// What a case works with: futures that are pending so many times, and a log of side effects.
public final class Probe {
  private static final ThreadLocal<Probe> CURRENT = new ThreadLocal<>();

  private final int pending;
  private final List<String> log = new ArrayList<>();

  Probe(int pending) {
    this.pending = pending;
    CURRENT.set(this);
  }

  /// The probe of the case that runs on this thread.
  public static Probe current() {
    return CURRENT.get();
  }

  void enter() {
    CURRENT.set(this);
  }

  /// A context to poll by hand; a thread that stands in for another finds this probe as well.
  Context context() {
    return new Context() {
      @Override
      public Waker waker() {
        return Waker.noop();
      }

      @Override
      public boolean tryProceed() {
        return true;
      }

      @Override
      public StandIn standIn() {
        return new StandIn() {
          @Override
          public void enter() {
            Probe.this.enter();
          }

          @Override
          public void leave() {
            CURRENT.remove();
          }
        };
      }
    };
  }

  public List<String> entries() {
    return log;
  }

  public void log(Object entry) {
    log.add(String.valueOf(entry));
  }

  /// Logs and answers the same.
  public String note(String entry) {
    log(entry);
    return entry;
  }

  public <T> Future<T> later(T value) {
    log("later " + (value instanceof Future || value.getClass().isArray() ? "…" : value));
    return new Later<>(value, null);
  }

  public <T> Future<T> fail(Throwable failure) {
    log("fail " + failure.getMessage());
    return new Later<>(null, failure);
  }

  public Resource resource(String name) {
    return new Resource(name, false);
  }

  public Resource failingResource(String name) {
    return new Resource(name, true);
  }

  private final class Later<T> implements Future<T> {
    private final T value;
    private final Throwable failure;
    private int left = pending;

    Later(T value, Throwable failure) {
      this.value = value;
      this.failure = failure;
    }

    @Override
    public Poll<T> poll(Context context) throws Exception {
      if (left-- > 0) {
        context.waker().wake();
        return Poll.pending();
      }
      if (failure != null) {
        throw Thrown.<Exception>unchecked(failure);
      }
      return Poll.ready(value);
    }

    @Override
    public void cancel() {
      log("cancelled " + (failure == null ? "later" : "fail"));
    }
  }

  /// Something to close.
  public final class Resource implements AutoCloseable {
    private final String name;
    private final boolean fails;

    Resource(String name, boolean fails) {
      this.name = name;
      this.fails = fails;
      log("open " + name);
    }

    @Override
    public void close() {
      log("close " + name);
      if (fails) {
        throw new IllegalArgumentException("close " + name + " fails");
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
