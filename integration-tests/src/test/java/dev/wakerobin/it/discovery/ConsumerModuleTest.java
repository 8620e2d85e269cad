package dev.wakerobin.it.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.sync.Mutex;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's module that requires `futures` and `sync`, compiled and run in a JVM of its own, on a
/// module path and nothing else.
class ConsumerModuleTest {
  private static final String MODULE_INFO =
      """
      module consumer {
        requires dev.wakerobin.futures;
        requires dev.wakerobin.runtime;
        requires dev.wakerobin.sync;
      }
      """;

  /// Names types of `dev.wakerobin` as well: `futures` requires them for its users.
  private static final String PROGRAM =
      """
      package consumer;

      import dev.wakerobin.Future;
      import dev.wakerobin.Next;
      import dev.wakerobin.futures.Either;
      import dev.wakerobin.futures.Futures;
      import dev.wakerobin.futures.Pipeline;
      import dev.wakerobin.futures.Streams;
      import dev.wakerobin.runtime.AsyncRuntime;
      import dev.wakerobin.runtime.Tasks;
      import dev.wakerobin.sync.Channel;
      import java.time.Duration;
      import java.util.List;

      public class Program {
        public static void main(String[] args) throws Exception {
          System.out.println(Futures.class.getModule() + ", " + Channel.class.getModule());
          try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler("basic").build()) {
            List<Integer> all =
                runtime.blockOn(Futures.joinAll(List.of(Futures.ready(1), Futures.ready(2))));
            System.out.println(all);
            Future<Either<String, ?>> raced =
                Futures.map(
                    Futures.select(Futures.ready("first"), Tasks.sleep(Duration.ofHours(1))),
                    either -> either);
            System.out.println(runtime.blockOn(raced));
            Channel<Integer> channel = Channel.bounded(2);
            channel.sender().trySend(7);
            channel.sender().close();
            Pipeline<Integer> doubled = Streams.from(channel.receiver()).map(each -> 2 * each);
            List<Integer> items = runtime.blockOn(doubled.toList());
            System.out.println(items);
          }
          try {
            Class.forName("dev.wakerobin.futures.ReadySet").getConstructors();
            Class.forName("dev.wakerobin.futures.Futures").getDeclaredConstructor().newInstance();
            System.out.println("open");
          } catch (IllegalAccessException hidden) {
            System.out.println("closed");
          }
        }
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void compile() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/consumer"));
    Files.writeString(folder.resolve("src/module-info.java"), MODULE_INFO);
    Files.writeString(sources.resolve("Program.java"), PROGRAM);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("--module-path", modulePath(), "-d", folder.resolve("out").toString()),
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(
                        folder.resolve("src/module-info.java"), sources.resolve("Program.java")))
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
  }

  @Test
  void what_it_needs_is_exported_and_nothing_else() throws IOException, InterruptedException {
    assertThat(run())
        .containsExactly(
            "module dev.wakerobin.futures, module dev.wakerobin.sync",
            "[1, 2]",
            "Left[value=first]",
            "[14]",
            "closed");
  }

  @Test
  void each_exports_one_package_uses_no_service_and_requires_the_api_for_its_users() {
    for (Class<?> type : List.of(Futures.class, Mutex.class)) {
      ModuleDescriptor module = type.getModule().getDescriptor();
      assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
          .containsExactly(type.getPackageName());
      assertThat(module.uses()).isEmpty();
      assertThat(module.isOpen()).isFalse();
      assertThat(module.requires().stream().filter(ConsumerModuleTest::isForUsers))
          .extracting(ModuleDescriptor.Requires::name)
          .containsExactly("dev.wakerobin.api");
    }
  }

  private static boolean isForUsers(ModuleDescriptor.Requires requires) {
    return requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE);
  }

  private static List<String> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath() + File.pathSeparator + folder.resolve("out"),
                "--module",
                "consumer/consumer.Program")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  private static String modulePath() {
    List<Class<?>> types = new ArrayList<>();
    types.addAll(List.of(Future.class, AsyncRuntime.class, Futures.class, Mutex.class));
    ServiceLoader.load(SchedulerProvider.class).stream()
        .<Class<?>>map(ServiceLoader.Provider::type)
        .filter(type -> type.getModule() != ConsumerModuleTest.class.getModule())
        .forEach(types::add);
    Set<String> places =
        types.stream().map(ConsumerModuleTest::placeOf).collect(Collectors.toSet());
    return String.join(File.pathSeparator, places);
  }

  private static String placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
