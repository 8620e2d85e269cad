package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Future;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The first use of an async body: its lambda is linked, its class file is found and lowered, its
/// frame is defined, and run in the interpreter. One twentieth of loading the class is in it, too.
/// The program has lowered other bodies before.
@State(Scope.Benchmark)
@OperationsPerInvocation(ColdHost.BODIES)
public class ColdBodies {
  private static final String HOST = ColdHost.class.getName();

  private final byte[] file = read();

  private static byte[] read() {
    try (InputStream in = ColdHost.class.getResourceAsStream("ColdHost.class")) {
      if (in == null) {
        throw new IllegalStateException("the class file of " + HOST + " is no resource");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the class file of " + HOST + " cannot be read", e);
    }
  }

  /// Bodies in plain Java, lowered when they are first used.
  @Benchmark
  @SuppressWarnings("unchecked") // It is that class, as another loader has it.
  public int wakerobin(OnWakerobin rig) throws Exception {
    Constructor<?> constructor = new Loader(file).loadClass(HOST).getDeclaredConstructor();
    constructor.setAccessible(true);
    Function<Future<Integer>, List<Future<Integer>>> host =
        (Function<Future<Integer>, List<Future<Integer>>>) constructor.newInstance();
    int sum = 0;
    for (Future<Integer> future : host.apply(new Turn(true))) {
      sum += Turn.drive(future);
    }
    return sum;
  }

  /// Defines the host anew, in a module that is open to all.
  private static final class Loader extends ClassLoader {
    private final byte[] file;

    Loader(byte[] file) {
      super(ColdBodies.class.getClassLoader());
      this.file = file;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean isNew = name.equals(HOST) && findLoadedClass(name) == null;
        return isNew ? defineClass(name, file, 0, file.length) : super.loadClass(name, resolve);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return name.endsWith("ColdHost.class")
          ? new ByteArrayInputStream(file)
          : super.getResourceAsStream(name);
    }
  }
}
