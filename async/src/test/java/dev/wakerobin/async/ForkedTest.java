package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Doors that belong to a virtual machine: its agent, and its debugger.
class ForkedTest {
  private static final String STEPS =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      public class Steps {
        static int asked;
        static Future<String> later(String value) {
          return context -> asked++ % 2 == 0 ? Poll.pending() : Poll.ready(value);
        }
        public static void main(String[] args) throws Exception {
          Future<String> future = async(() -> {
            String name = "Ada";
            String more = await(later(name));
            return more + "!";
          });
          Context byHand = Context.of(Waker.noop());
          System.out.println(future.poll(byHand) + " of " + future);
          System.out.println(future.poll(byHand));
        }
      }
      """;

  @TempDir Path folder;

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private Process start(String tool, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void compile(Map<String, String> sources) throws IOException {
    for (Map.Entry<String, byte[]> one : Compiler.compile(sources, "-g").entrySet()) {
      Path file = folder.resolve(one.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
  }

  private Path agent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", LoadDoor.class.getName());
    Path jar = folder.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Test
  void cases_that_an_agent_lowers_do_what_a_direct_run_does() throws Exception {
    String path = folder + File.pathSeparator + classPath();
    Process java =
        start(
            "java",
            List.of("-javaagent:" + agent(), "-cp", path, AgentCases.class.getName(), "go"));
    assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .last()
        .asString()
        .matches("\\d{2,} cases are equal, \\d{2,} of their frames were made by the agent");
    assertThat(java.waitFor()).isZero();
  }

  @Test
  void a_debugger_steps_over_a_pending_await_and_sees_the_variables() throws Exception {
    compile(Map.of("Steps", STEPS));
    Process jdb =
        start("jdb", List.of("-classpath", folder + File.pathSeparator + classPath(), "Steps"));
    try (BufferedReader said = jdb.inputReader()) {
      Transcript transcript = new Transcript(said, jdb.outputWriter());
      transcript.say("stop at Steps:11", "Deferring breakpoint");
      transcript.say("run", "line=11");
      transcript.say("next", "line=12");
      transcript.say("print more", "more = \"Ada\"");
      transcript.say("cont", "Ready[value=Ada!]");
      assertThat(transcript.toString())
          .contains("Pending of async Steps.main, awaiting at Steps.java:11");
    } finally {
      jdb.destroyForcibly();
    }
  }

  /// What jdb and its user say to each other.
  private static final class Transcript {
    private final BufferedReader from;
    private final java.io.Writer to;
    private final StringBuilder all = new StringBuilder();

    Transcript(BufferedReader from, java.io.Writer to) {
      this.from = from;
      this.to = to;
    }

    void say(String command, String awaited) throws IOException {
      to.write(command + "\n");
      to.flush();
      int begin = all.length();
      while (all.indexOf(awaited, begin) < 0) {
        int next = from.read();
        assertThat(next).as("jdb ended, and never said '%s':%n%s", awaited, all).isNotNegative();
        all.append((char) next);
      }
    }

    @Override
    public String toString() {
      return all.toString();
    }
  }
}
