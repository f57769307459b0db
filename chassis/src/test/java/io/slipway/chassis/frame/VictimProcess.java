package io.slipway.chassis.frame;

import static org.awaitility.Awaitility.await;

import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.RelayObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A relay in a process of its own, to be killed or stopped by the operating system. */
final class VictimProcess implements AutoCloseable {
  private final Process process;
  private final Path reached;
  private final Path goOn;
  private final Path log;

  private VictimProcess(Process process, Path reached, Path goOn, Path log) {
    this.process = process;
    this.reached = reached;
    this.goOn = goOn;
    this.log = log;
  }

  static VictimProcess start(
      TestHouse house, String schema, RelayObserver.Step step, Lane lane, Path directory)
      throws IOException {
    var reached = directory.resolve("reached");
    var goOn = directory.resolve("go-on");
    var log = directory.resolve("victim.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FrameApplication.class.getName());
    var properties = house.properties("frame", schema);
    properties.put("spring.config.import", "classpath:chassis.properties");
    properties.put("slipway.outbox.lease", "3s");
    properties.put("slipway.listening.enabled", "false");
    properties.put("victim.step", step);
    properties.put("victim.lane", lane);
    properties.put("victim.reached", reached);
    properties.put("victim.go-on", goOn);
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new VictimProcess(process, reached, goOn, log);
  }

  void awaitStep() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("the victim died early:\n" + Files.readString(log));
              }
              return Files.exists(reached);
            });
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    Files.writeString(goOn, "go");
    signal("CONT");
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
