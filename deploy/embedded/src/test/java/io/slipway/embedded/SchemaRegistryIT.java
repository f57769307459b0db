package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SchemaRegistryIT {

  private final SchemaRegistry registry = Infra.startShared().registry();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String subject = "test-" + UUID.randomUUID() + "-value";

  @Test
  void refusesASchemaThatBreaksWhatWasThere() throws Exception {
    var strict = put("/config/" + subject, "{\"compatibility\": \"FULL_TRANSITIVE\"}");
    assertThat(strict.statusCode()).isEqualTo(200);

    var first = post("/subjects/" + subject + "/versions", schema("string"));
    var wider = post("/subjects/" + subject + "/versions", schema("string", "null"));
    var broken = post("/subjects/" + subject + "/versions", schema("long"));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("\"id\"");
    assertThat(wider.statusCode()).isEqualTo(409);
    assertThat(broken.statusCode()).isEqualTo(409);
  }

  private static String schema(String... types) {
    var type = "[\\\"" + String.join("\\\",\\\"", types) + "\\\"]";
    return ("{\"schema\": \"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Thing\\\","
            + "\\\"fields\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":%s}]}\"}")
        .formatted(type);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send("PUT", path, body);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(registry.ccompatUrl() + path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
