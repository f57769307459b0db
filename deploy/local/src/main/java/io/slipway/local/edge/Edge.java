package io.slipway.local.edge;

import io.slipway.local.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the public address of the suite. */
public final class Edge implements AutoCloseable {

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public Edge(String url) {
    this.url = url;
  }

  /**
   * A status with the JSON that came with it; what was no JSON is null there and text in {@code
   * raw}.
   */
  public record Answer(int status, JsonNode body, String raw) {

    public boolean ok() {
      return status / 100 == 2;
    }

    /** What to tell a person when this was not the answer hoped for. */
    public String said() {
      return "HTTP " + status + (raw.isBlank() ? "" : ": " + raw.strip());
    }
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, token, null);
  }

  Answer post(String path, @Nullable String token, Object body) {
    return send("POST", path, token, body);
  }

  Answer put(String path, @Nullable String token, Object body) {
    return send("PUT", path, token, body);
  }

  /** Any request; a body that is null is not sent. */
  public Answer send(String method, String path, @Nullable String token, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("User-Agent", "slipway-cli")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), parsed(response.body()), response.body());
    } catch (IOException e) {
      throw new Unreachable(url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(url, e);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(body);
    } catch (JacksonException notJson) {
      return Json.MAPPER.nullNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
