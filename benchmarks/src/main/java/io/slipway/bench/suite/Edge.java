package io.slipway.bench.suite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The public API with the organisation's machine token. It blocks, and is meant for virtual
 * threads; it tries nothing twice but a request whose token had run out.
 */
public final class Edge implements AutoCloseable {

  private final SuiteAccess suite;
  private final Duration timeout;
  private final HttpClient http;
  private volatile String token = "";

  public Edge(SuiteAccess suite, Duration timeout) {
    this.suite = suite;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  public Answer get(String path) throws IOException {
    return send("GET", path, null, Map.of());
  }

  public Answer post(String path, JsonNode body) throws IOException {
    return send("POST", path, body, Map.of());
  }

  public Answer patch(String path, JsonNode body) throws IOException {
    return send("PATCH", path, body, Map.of());
  }

  public Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers)
      throws IOException {
    var used = token.isEmpty() ? renew("") : token;
    var answer = once(method, path, body, headers, used);
    return answer.status() == 401 ? once(method, path, body, headers, renew(used)) : answer;
  }

  /** A new token, unless another thread has fetched one since {@code old} was found wanting. */
  private synchronized String renew(String old) throws IOException {
    if (token.equals(old)) {
      var credentials =
          Json.object()
              .put("clientId", suite.organization().clientId())
              .put("clientSecret", suite.organization().clientSecret());
      var answer = once("POST", "/v1/auth/access_token", credentials, Map.of(), null);
      if (!answer.ok()) {
        throw new IOException("no token: " + answer.said());
      }
      token = answer.body().path("accessToken").asString("");
    }
    return token;
  }

  private Answer once(
      String method,
      String path,
      @Nullable JsonNode body,
      Map<String, String> headers,
      @Nullable String bearer)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(suite.apiUrl() + path))
            .timeout(timeout)
            .header("User-Agent", "slipway-bench")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), Json.parse(response.body()), retryAfter(response));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
