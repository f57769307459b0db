package io.slipway.catalog;

import static org.awaitility.Awaitility.await;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A replica of the service in a process of its own, to be killed by the operating system. */
public final class CatalogProcess implements AutoCloseable {
  private final TestHouse house;
  private final Process process;
  private final int port;
  private final Path log;

  private CatalogProcess(TestHouse house, Process process, int port, Path log) {
    this.house = house;
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts a replica.
   *
   * @param schema of the database, which replicas share
   * @param timers how often it looks for timers that are due
   */
  public static CatalogProcess start(TestHouse house, String schema, String timers, Path directory)
      throws IOException {
    var port = freePort();
    var log = directory.resolve("catalog-" + port + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dreactor.netty.native=false");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CatalogService.class.getName());
    var properties = house.properties("catalog-service", schema);
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("slipway.timers.every", timers);
    properties.put("slipway.outbox.lease", "3s");
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new CatalogProcess(house, process, port, log);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it answers. */
  public CatalogProcess awaitReady() {
    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("a replica died:\n" + Files.readString(log));
              }
              return answers();
            });
    return this;
  }

  private boolean answers() {
    try {
      return call(Caller.service("org_nobody", "action-api"), "GET", "/v1/blueprints", null)
          .path("ok")
          .asBoolean(false);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** A request on behalf of a caller; the body of the answer. */
  public JsonNode call(Caller caller, String method, String path, String body) throws IOException {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(
                "Authorization",
                "Bearer " + house.tokenFor("action-api", "catalog-service", caller))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .method(method, publisher)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** Kills it at once. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
