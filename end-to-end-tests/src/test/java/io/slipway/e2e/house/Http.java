package io.slipway.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a client does; every answer is held against the OpenAPI documents. */
public final class Http {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI base;
  private final Map<String, String> headers;

  public Http(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** An answer: its status, its body as text and as JSON. */
  public record Answer(int status, String text, HttpResponse<String> raw) {
    public JsonNode json() {
      return parse(text);
    }

    /** The answer, if it has this status; otherwise the test fails and shows the body. */
    public Answer expect(int expected) {
      Assertions.assertThat(status).as(text).isEqualTo(expected);
      return this;
    }
  }

  public static JsonNode parse(String text) {
    return JSON.readTree(text);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    try {
      var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      OpenApi.check(method, path, response);
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + path, failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** The same client with one more header. */
  public Http with(String header, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Http(base, more);
  }

  URI base() {
    return base;
  }

  /** A header that this client sends. */
  public String header(String name) {
    return headers.get(name);
  }

  Map<String, String> headers() {
    return headers;
  }
}
