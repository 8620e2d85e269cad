package dev.wakerobin.async.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/// The goals `lower` and `test-lower`: lowers async bodies in a folder of class files, by starting
/// `dev.wakerobin.async.BuildDoor` with the `java` of the toolchain, or else Maven's own. Maven may
/// run on an older JDK than the program is for.
///
/// The fields are filled in by Maven, as `plugin.xml` says.
public final class LowerMojo extends AbstractMojo {
  private static final String DOOR = "dev.wakerobin.async.BuildDoor";
  private static final int NEEDED = 25;

  private File folder;
  private List<String> classPath;
  private List<Artifact> engine;
  private boolean skip;
  private MavenSession session;
  private ToolchainManager toolchains;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || !folder.isDirectory()) {
      getLog().info("no async bodies lowered: " + (skip ? "skipped" : "there is no " + folder));
      return;
    }
    String door = String.join(File.pathSeparator, paths(engine));
    String classes = String.join(File.pathSeparator, classPath);
    run(List.of(java(), "-cp", door, DOOR, folder.getPath(), classes));
  }

  private static List<String> paths(List<Artifact> artifacts) {
    List<String> paths = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      paths.add(artifact.getFile().getPath());
    }
    return paths;
  }

  private String java() throws MojoExecutionException {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String found = toolchain == null ? null : toolchain.findTool("java");
    if (found != null) {
      return found;
    }
    if (Runtime.version().feature() < NEEDED) {
      throw new MojoExecutionException(
          "lowering async bodies takes a JDK "
              + NEEDED
              + " or later, and Maven runs on "
              + Runtime.version()
              + ": select one with the maven-toolchains-plugin, or set JAVA_HOME to one");
    }
    return new File(System.getProperty("java.home"), "bin/java").getPath();
  }

  private void run(List<String> command) throws MojoExecutionException, MojoFailureException {
    List<String> said = new ArrayList<>();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader reader = process.inputReader()) {
        reader.lines().forEach(said::add);
      }
      if (process.waitFor() == 0) {
        said.forEach(getLog()::info);
        return;
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while lowering " + folder, e);
    }
    said.forEach(getLog()::error);
    throw new MojoFailureException(String.join("\n", said));
  }
}
