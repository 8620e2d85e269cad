package dev.wakerobin.it.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.DumpAgent;
import dev.wakerobin.spi.SchedulerProvider;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that hangs and was not prepared for anything is asked for its dump by `jcmd`.
class DumpOnDemandTest {
  private static final String PROGRAM =
      """
      import dev.wakerobin.runtime.AsyncRuntime;
      import dev.wakerobin.Poll;

      class Program {
        public static void main(String[] args) throws Exception {
          AsyncRuntime runtime = AsyncRuntime.builder().scheduler("work-stealing").build();
          runtime.spawn("stuck", context -> {
            System.out.println("hangs");
            return Poll.pending();
          });
          Thread.sleep(Long.MAX_VALUE);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void jcmd_has_a_hung_process_write_its_dump() throws IOException, InterruptedException {
    Path agent = agentJar();
    Path text = folder.resolve("dump.txt");
    Path json = folder.resolve("dump.json");
    Process hung = start();
    try {
      BufferedReader said =
          new BufferedReader(new InputStreamReader(hung.getInputStream(), StandardCharsets.UTF_8));
      assertThat(said.readLine()).isEqualTo("hangs");
      load(hung, agent, text);
      load(hung, agent, json);
    } finally {
      hung.destroyForcibly();
    }
    assertThat(Files.readString(text))
        .startsWith("AsyncRuntime(work-stealing) at ")
        .contains("what tasks wait for is not known: build the runtime with tracking(true)")
        .containsPattern("\n  task 1 'stuck' (waits|is being polled)");
    assertThat(Files.readString(json))
        .startsWith("[{\"scheduler\":\"work-stealing\",")
        .contains("\"name\":\"stuck\"")
        .endsWith("}]\n");
  }

  @Test
  void the_jar_of_the_runtime_says_which_class_the_agent_is() throws IOException {
    assertThat(Files.readString(Path.of("../runtime/pom.xml")))
        .contains("<Agent-Class>" + DumpAgent.class.getName() + "</Agent-Class>");
  }

  @Test
  @SuppressWarnings("try") // Closed early, and one only to be there.
  void each_open_runtime_is_dumped_and_no_closed_one() throws IOException {
    Path file = folder.resolve("dump.txt");
    try (AsyncRuntime first = named("first");
        AsyncRuntime second = named("second")) {
      DumpAgent.agentmain(file.toString());
      String both = Files.readString(file);
      assertThat(both).contains("'first'", "'second'");
      assertThat(both.indexOf("'first'")).isLessThan(both.indexOf("'second'"));
      first.close();
      DumpAgent.agentmain(file.toString());
      assertThat(Files.readString(file)).doesNotContain("'first'").contains("'second'");
    }
    DumpAgent.agentmain(file.toString());
    assertThat(Files.readString(file)).doesNotContain("'first'", "'second'");
  }

  @Test
  void a_file_has_to_be_named() {
    assertThatThrownBy(() -> DumpAgent.agentmain(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no file to write the dump to: name one, as in jcmd ");
  }

  /// A runtime with one task of that name, which nobody runs.
  private static AsyncRuntime named(String task) {
    AsyncRuntime runtime = AsyncRuntime.builder().scheduler("basic").build();
    runtime.spawn(task, _ -> Poll.ready());
    return runtime;
  }

  /// What Maven makes of the runtime's jar, as far as it matters here.
  @SuppressWarnings("try") // Closing writes it.
  private Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", DumpAgent.class.getName());
    Path jar = folder.resolve("agent.jar");
    try (OutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      return jar;
    }
  }

  private static void load(Process process, Path agent, Path file)
      throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                java("jcmd"),
                String.valueOf(process.pid()),
                "JVMTI.agent_load",
                agent.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
    assertThat(said).contains("return code: 0");
  }

  private Process start() throws IOException {
    Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    return new ProcessBuilder(java("java"), "-cp", classPath(), source.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static String classPath() {
    List<String> places = new ArrayList<>();
    Stream.of(Future.class, AsyncRuntime.class).map(DumpOnDemandTest::placeOf).forEach(places::add);
    ServiceLoader.load(SchedulerProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getModule() != DumpOnDemandTest.class.getModule())
        .map(DumpOnDemandTest::placeOf)
        .forEach(places::add);
    return String.join(File.pathSeparator, places);
  }

  private static String placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
