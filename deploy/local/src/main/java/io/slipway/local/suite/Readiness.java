package io.slipway.local.suite;

import io.slipway.embedded.process.ManagedProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service whether it is ready, until it is. */
final class Readiness {

  private Readiness() {}

  static void await(ManagedProcess process, int managementPort, Duration patience) {
    var url = "http://127.0.0.1:" + managementPort + "/actuator/health/readiness";
    var ask = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build();
    try (var http = HttpClient.newHttpClient()) {
      process.awaitReady(
          () -> http.send(ask, BodyHandlers.discarding()).statusCode() == 200, patience);
    }
  }
}
