package io.slipway.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** What the services publish for Prometheus, read as it reads it. */
public final class Meters {
  private final SuiteUnderTest suite;

  public Meters(SuiteUnderTest suite) {
    this.suite = suite;
  }

  /**
   * The sum of all samples of a name whose labels hold these texts; 0 when there is none yet.
   *
   * @param labels such as {@code to="SUCCESS"}
   */
  public double sum(String service, String name, String... labels) {
    return scrape(service)
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** All that a service publishes. */
  public String scrape(String service) {
    var port = suite.configuration(service).getProperty("management.server.port");
    var ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"));
    try (var http = HttpClient.newHttpClient()) {
      return http.send(ask.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
