package io.slipway.e2e.house;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One more process of a service, beside the one that {@code up} keeps; it differs in settings. */
public final class Replica implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path log;

  private Replica(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts one and waits until it answers. */
  public static Replica start(SuiteUnderTest suite, String service, Map<String, String> settings) {
    return start(suite, service, settings, List.of());
  }

  private static Replica start(
      SuiteUnderTest suite, String service, Map<String, String> settings, List<String> more) {
    try {
      var house = SuiteUnderTest.house();
      int port =
          Integer.parseInt(
              settings.getOrDefault("server.port", Integer.toString(SuiteUnderTest.freePort())));
      int management = SuiteUnderTest.freePort();
      var log = Files.createTempFile("slipway-replica-" + service, ".log");
      List<String> line = new ArrayList<>();
      line.add(SuiteUnderTest.java());
      line.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      line.add("-Dreactor.netty.native=false");
      var classPath =
          SuiteUnderTest.commandLine(house) + ":" + house.resolve("services/" + service + ".jar");
      line.addAll(List.of("-cp", more.isEmpty() ? classPath : classPath + ":" + more.getFirst()));
      line.add(mainClass(service));
      line.add(
          "--spring.config.additional-location=file:"
              + suite.data().resolve("config/" + service + ".properties"));
      line.add("--server.port=" + port);
      line.add("--management.server.port=" + management);
      line.add("--slipway.outbox.instance=" + service + "-" + Texts.random(6));
      settings.forEach(
          (name, value) -> {
            if (!name.equals("server.port")) {
              line.add("--" + name + "=" + value);
            }
          });
      var process =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      var replica = new Replica(process, port, log);
      replica.awaitReady(management);
      return replica;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String mainClass(String service) {
    return switch (service) {
      case "action-api" -> "io.slipway.actionapi.ActionApi";
      case "run-orchestrator" -> "io.slipway.orchestrator.RunOrchestrator";
      case "approval-service" -> "io.slipway.approvals.ApprovalService";
      case "notifier" -> "io.slipway.notifier.Notifier";
      case "catalog-service" -> "io.slipway.catalog.CatalogService";
      default -> throw new IllegalArgumentException(service);
    };
  }

  private void awaitReady(int management) {
    var ready = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
    try (var http = HttpClient.newHttpClient()) {
      await()
          .atMost(Duration.ofSeconds(120))
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new IllegalStateException("it died:\n" + Files.readString(log));
                }
                return http.send(
                            HttpRequest.newBuilder(ready).build(),
                            HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                    == 200;
              });
    }
  }

  /** A port that is free now, for a replica that another must know beforehand. */
  public static int freePort() {
    return SuiteUnderTest.freePort();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The same, with one class of tests, whose beans it gets too. */
  public static Replica start(
      SuiteUnderTest suite, String service, Map<String, String> settings, Class<?> beans) {
    var classes = Path.of(beans.getProtectionDomain().getCodeSource().getLocation().getPath());
    var all = new HashMap<>(settings);
    all.put("spring.main.sources", beans.getName());
    return start(suite, service, all, List.of(classes.toString()));
  }

  /** True until it ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for it to end by itself, and returns its exit code. */
  public int awaitEnd() {
    await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
