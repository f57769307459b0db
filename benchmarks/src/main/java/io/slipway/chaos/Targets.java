package io.slipway.chaos;

import io.slipway.bench.suite.Json;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.bench.suite.SuiteProcesses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import tools.jackson.databind.JsonNode;

/** Finds what is to be killed in the data directory of a local suite. */
final class Targets implements AutoCloseable {

  private final SuiteAccess suite;
  private final JsonNode ports;
  private final HttpClient http = HttpClient.newHttpClient();

  Targets(SuiteAccess suite) throws IOException {
    this.suite = suite;
    this.ports = Json.parse(Files.readAllBytes(suite.data().resolve("ports.json")));
  }

  List<Target> named(List<String> names) {
    var processes = new SuiteProcesses(suite.data());
    return names.stream().map(name -> new Target(name, processes, readiness(name))).toList();
  }

  private Callable<Boolean> readiness(String name) {
    return switch (name) {
      case "kafka" -> this::brokerAnswers;
      case "postgresql" -> this::databaseAnswers;
      default -> () -> serviceIsReady(name);
    };
  }

  private boolean serviceIsReady(String name) throws IOException, InterruptedException {
    var address = "http://127.0.0.1:" + port(name + ".management") + "/actuator/health/readiness";
    var ask = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
    return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
  }

  /** An Admin makes a noise about each refused connection, so the port is asked first. */
  private boolean brokerAnswers() throws Exception {
    try (var socket = new Socket()) {
      var agents = new InetSocketAddress(InetAddress.getLoopbackAddress(), port("kafka.agents"));
      socket.connect(agents, 500);
    }
    try (var admin = Admin.create(suite.kafkaAdmin())) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    }
  }

  private boolean databaseAnswers() throws Exception {
    try (var connection = suite.database().connect()) {
      return connection.isValid(2);
    }
  }

  private int port(String name) {
    return ports.path(name).asInt();
  }

  @Override
  public void close() {
    http.close();
  }
}
