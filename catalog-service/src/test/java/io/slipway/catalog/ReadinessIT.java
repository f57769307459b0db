package io.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadinessIT {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void isReadyOnceItKnowsTheSchemasAndHearsItsTopics() throws Exception {
    var readiness = CatalogUnderTest.management("/actuator/health/readiness");

    await().atMost(Duration.ofSeconds(30)).until(() -> ask(readiness).statusCode() == 200);

    assertThat(ask(readiness).body()).contains("\"schemas\"", "\"listening\"", "\"r2dbc\"");
    assertThat(ask(CatalogUnderTest.management("/actuator/health/liveness")).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> ask(URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
