package io.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.embedded.FreePorts;
import io.slipway.local.state.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, as a process, without the services. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path folder;
  private final int port = FreePorts.take(1).getFirst();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leaveNothing() throws Exception {
    for (var process : started) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void startsRestartsWhatDiesEndsAllAndFindsItsStateAgain() throws Exception {
    var first = up("first.log");
    awaitSaid(first, "ready: http://127.0.0.1:" + port);
    var ports = Files.readString(data().resolve("ports.json"));
    var credentials = Files.readString(data().resolve("credentials.json"));

    broker().destroyForcibly();
    awaitSaid(first, "kafka was ended by signal 9; starting it again");
    awaitSaid(first, "kafka is ready again");
    assertThat(said(slipway("second.log", "up", "--without-services")))
        .contains("already running")
        .contains("slipway down");

    var processes = List.of(broker(), postgres());
    assertThat(said(slipway("down.log", "down"))).contains("has ended");
    assertThat(said(first)).contains("Everything has ended.");
    await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));

    var second = up("third.log");
    awaitSaid(second, "ready: http://127.0.0.1:" + port);
    assertThat(said(second)).contains("0 made");
    assertThat(Files.readString(data().resolve("ports.json"))).isEqualTo(ports);
    assertThat(Files.readString(data().resolve("credentials.json"))).isEqualTo(credentials);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ProcessHandle broker() {
    return new DataDirectory(data()).pidFile("kafka").process().orElseThrow();
  }

  private ProcessHandle postgres() {
    return new DataDirectory(data()).pidFile("postgresql").process().orElseThrow();
  }

  private Path up(String log) throws IOException {
    var file = folder.resolve(log);
    start(file, "up", "--without-services");
    return file;
  }

  private Path slipway(String log, String... command) throws Exception {
    var file = folder.resolve(log);
    start(file, command).waitFor();
    return file;
  }

  private Process start(Path log, String... command) throws IOException {
    var line =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Slipway.class.getName()));
    line.addAll(List.of(command));
    line.addAll(List.of("--data", data().toString(), "--port", Integer.toString(port)));
    var process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    started.add(process);
    return process;
  }

  private static void awaitSaid(Path log, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(said(log)).contains(text));
  }

  private static String said(Path log) throws IOException {
    return Files.readString(log);
  }
}
