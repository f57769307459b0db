package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import io.slipway.orchestrator.RunOrchestrator;
import io.slipway.orchestrator.fixture.EdgeEvents;
import io.slipway.orchestrator.fixture.Receiver;
import io.slipway.orchestrator.fixture.Receiver.Answer;
import io.slipway.orchestrator.run.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver is down, and meanwhile the service is killed. */
class KilledCallerIT {
  private static final TestHouse HOUSE = TestHouse.start();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = freePort();

  @TempDir Path directory;

  @Test
  void callsWithTheSameKeyOnceBothAreBack() throws Exception {
    var organization = HOUSE.organization();
    var schema = "killed_" + Ids.random(8).toLowerCase(Locale.ROOT);
    try (var edge = new Receiver();
        var probe = HOUSE.probe()) {
      var key = Answer.of(200, "{\"ok\":true,\"key\":\"a-client-secret\"}");
      edge.answers("/internal/secrets/signing-key", key, key, key, key, key, key);
      var deaf = new Deaf();
      var method =
          "{\"type\":\"WEBHOOK\",\"synchronized\":true,\"url\":\"http://127.0.0.1:%d/hook\"}"
              .formatted(deaf.port());
      var asked = aRun().in(organization).doneBy(method).invocation();

      var first = start(edge, schema, "first");
      try {
        await(first, "first").ignoreExceptions().until(() -> handOver(asked) == 200);
        await(first, "first").until(() -> !deaf.heard.isEmpty());
      } finally {
        kill(first);
      }
      deaf.close();

      try (var receiver = onceFree(deaf.port())) {
        var second = start(edge, schema, "second");
        try {
          await(second, "second")
              .until(
                  () ->
                      ended(
                          probe.events(HOUSE.topics().runStatusChanged(), asked.runId().value())));
        } finally {
          kill(second);
        }
        var heard = receiver.heard("/hook");
        assertThat(heard).hasSize(1);
        assertThat(deaf.heard.getFirst())
            .contains("Idempotency-Key: " + heard.getFirst().headers().get("Idempotency-Key"));
      }
    }
  }

  /** By HTTP, since others who listen in this test's house would take it from the topic. */
  private int handOver(Invocation asked) throws Exception {
    var record = HOUSE.wire().encode(HOUSE.topics().actionInvoked(), EdgeEvents.invoked(asked));
    var body = Json.object();
    body.putArray("events").addObject().put("payload", Base64.getEncoder().encodeToString(record));
    var caller = Caller.machine(asked.organization(), "client_1");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/runs/begin"))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Bearer " + HOUSE.tokenFor("action-api", "run-orchestrator", caller))
            .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /** Whoever connects anywhere on this machine may hold the port for a moment. */
  private static Receiver onceFree(int port) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> new Receiver(port), bound -> true);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean ended(List<RunStatusChanged> said) {
    return said.stream().anyMatch(one -> one.getTo() == RunStatus.SUCCESS);
  }

  /** Takes connections, reads what it is told, and hangs up without an answer. */
  private static final class Deaf {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Deaf() throws IOException {
      Thread.ofVirtual().start(this::listen);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void listen() {
      while (!socket.isClosed()) {
        try (var connection = socket.accept()) {
          var bytes = new byte[4096];
          int read = connection.getInputStream().read(bytes);
          if (read > 0) {
            heard.add(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
          }
        } catch (IOException closed) {
          // the next connection, or the end
        }
      }
    }

    void close() throws IOException {
      socket.close();
    }
  }

  private Process start(Receiver edge, String schema, String name) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RunOrchestrator.class.getName());
    var properties = HOUSE.properties("run-orchestrator", schema);
    properties.put("slipway.doors.action-api", edge.url(""));
    properties.put("slipway.outbound.allow-private", "true");
    properties.put("slipway.calls.lease", "5s");
    properties.put("slipway.listening.enabled", "false");
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("slipway.outbox.lease", "3s");
    properties.put("management.otlp.metrics.export.enabled", "false");
    properties.forEach((property, value) -> command.add("--" + property + "=" + value));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(name).toFile())
        .start();
  }

  private ConditionFactory await(Process process, String name) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .failFast(
            "the service died early",
            () ->
                assertThat(process.isAlive())
                    .as(Files.readString(directory.resolve(name)))
                    .isTrue());
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
