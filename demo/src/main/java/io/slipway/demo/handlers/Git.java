package io.slipway.demo.handlers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The {@code git} of this machine, at work in one folder, the same whoever's machine it is. */
public final class Git {

  private static final int LONGEST_SECONDS = 60;

  private final Path folder;

  public Git(Path folder) {
    this.folder = folder;
  }

  /** Somebody to be named in a commit. */
  public record Person(String name, String email) {}

  /** Hears each line of output as it comes. */
  @FunctionalInterface
  public interface Listener {
    void line(String line) throws InterruptedException;
  }

  /** Makes a repository of what lies in the folder, with one commit. */
  void commitAll(String message, Person author, Listener listener)
      throws IOException, InterruptedException {
    run(List.of("init", "--quiet"), author, listener);
    // Not "init -b", which an older git does not know.
    run(List.of("symbolic-ref", "HEAD", "refs/heads/main"), author, listener);
    run(List.of("add", "--all"), author, listener);
    run(List.of("commit", "--message", message), author, listener);
  }

  /** What it answers. */
  public List<String> ask(String... arguments) throws IOException, InterruptedException {
    var lines = new ArrayList<String>();
    run(Arrays.asList(arguments), AGENT, lines::add);
    return lines;
  }

  private static final Person AGENT = new Person("Slipway demo agent", "agent@slipway.local");

  private void run(List<String> arguments, Person author, Listener listener)
      throws IOException, InterruptedException {
    var process = start(arguments, author);
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    var said = new ArrayList<String>();
    try (BufferedReader output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (!line.isBlank()) {
          listener.line(line);
        }
      }
    }
    var code = process.waitFor();
    if (code != 0) {
      throw new IOException(
          "git %s ended with %d: %s"
              .formatted(arguments.getFirst(), code, String.join(" / ", said)));
    }
  }

  private Process start(List<String> arguments, Person author) throws IOException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    // A hook that starts us would name its own repository here.
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("LC_ALL", "C");
    environment.put("GIT_AUTHOR_NAME", author.name());
    environment.put("GIT_AUTHOR_EMAIL", author.email());
    environment.put("GIT_COMMITTER_NAME", AGENT.name());
    environment.put("GIT_COMMITTER_EMAIL", AGENT.email());
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new IOException("git cannot be started; is it installed? " + missing, missing);
    }
  }
}
