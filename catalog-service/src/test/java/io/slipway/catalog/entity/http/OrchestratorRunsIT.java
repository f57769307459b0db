package io.slipway.catalog.entity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.slipway.catalog.entity.RunsGoingOn.Standing;
import io.slipway.chassis.doors.DoorSettings;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.problem.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.reactive.function.client.WebClient;

/** The door of the orchestrator, held by hand. */
class OrchestratorRunsIT {
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer orchestrator;
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void open() throws IOException {
    orchestrator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    orchestrator.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getRawPath());
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    orchestrator.start();
  }

  @AfterEach
  void close() {
    orchestrator.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "IN_PROGRESS, GOING_ON",
    "WAITING_FOR_APPROVAL, NOT_GOING_ON",
    "SUCCESS, NOT_GOING_ON",
    "SOMETHING_NEW, NOT_GOING_ON"
  })
  void aRunGoesOnWhileItIsInProgress(String run, Standing standing) {
    answer = "{\"ok\":true,\"run\":{\"id\":\"r_1\",\"status\":\"" + run + "\"}}";

    assertThat(runs().standing("org_x", "r_1/..").block()).isEqualTo(standing);
    assertThat(asked).containsExactly("/internal/runs/r_1%2F..");
  }

  @Test
  void aRunThatNobodyKnowsIsUnknown() {
    status = 404;
    answer = "{\"ok\":false,\"error\":\"not_found\",\"message\":\"none\"}";

    assertThat(runs().standing("org_x", "r_1").block()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void anOrchestratorThatIsAwayDecidesNothing() {
    status = 503;

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> runs().standing("org_x", "r_1").block())
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
  }

  private OrchestratorRuns runs() {
    var url = "http://127.0.0.1:" + orchestrator.getAddress().getPort();
    var key = Base64.getEncoder().encodeToString(new byte[32]);
    var nowhere = URI.create("http://127.0.0.1:9");
    var settings = new DoorSettings(key, nowhere, URI.create(url), nowhere, nowhere, nowhere);
    var tokens = new DoorTokens("catalog-service", settings.secret(), Clock.systemUTC());
    return new OrchestratorRuns(new Doors(WebClient.create(), settings, tokens));
  }
}
