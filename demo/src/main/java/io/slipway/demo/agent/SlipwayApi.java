package io.slipway.demo.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Slipway's HTTP, as one caller uses it. What fails for the moment (a broken connection, 5xx, 429)
 * is tried again for as long as the caller is patient; everything else is an answer.
 */
public final class SlipwayApi {

  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpClient http;
  private final Token token;
  private final Duration patience;
  private final @Nullable String traceparent;

  public SlipwayApi(URI base, Login login, Duration patience) {
    this.base = URI.create(base.toString().replaceAll("/+$", ""));
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.token = new Token(login);
    this.patience = patience;
    this.traceparent = null;
  }

  private SlipwayApi(SlipwayApi like, Duration patience, @Nullable String traceparent) {
    this.base = like.base;
    this.http = like.http;
    this.token = like.token;
    this.patience = patience;
    this.traceparent = traceparent;
  }

  /** The same caller, whose requests belong to a trace. */
  public SlipwayApi inTrace(@Nullable String trace) {
    return new SlipwayApi(this, patience, trace);
  }

  /** The same caller, for a request that must not be repeated without knowing how it went. */
  public SlipwayApi once() {
    return new SlipwayApi(this, Duration.ZERO, traceparent);
  }

  /** An identifier as one segment of a path. */
  public static String segment(String identifier) {
    return URLEncoder.encode(identifier, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public Answer get(String path) throws InterruptedException {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) throws InterruptedException {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) throws InterruptedException {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) throws InterruptedException {
    return send("PATCH", path, body);
  }

  private Answer send(String method, String path, @Nullable Object body)
      throws InterruptedException {
    return new Attempts(patience)
        .at(
            method + " " + base + path,
            () -> {
              var bearer = token.value();
              var answer = exchange(authorized(path, bearer), method, body);
              if (answer.status() != 401) {
                return answer;
              }
              token.forget(bearer);
              return exchange(authorized(path, token.value()), method, body);
            });
  }

  /** For those who speak HTTP themselves, as the reader of a stream must. */
  public HttpRequest.Builder request(String path) throws InterruptedException {
    return authorized(path, token.value());
  }

  /** The connections that all requests of this caller share. */
  public HttpClient http() {
    return http;
  }

  private HttpRequest.Builder authorized(String path, String bearer) {
    var request = unauthorized(path).header("Authorization", "Bearer " + bearer);
    return traceparent == null ? request : request.header("traceparent", traceparent);
  }

  private HttpRequest.Builder unauthorized(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("User-Agent", "slipway-demo-agent");
  }

  private Answer exchange(HttpRequest.Builder request, String method, @Nullable Object body)
      throws IOException, InterruptedException {
    var bytes =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    request.method(method, bytes).header("Content-Type", "application/json");
    var response = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), parsed(response.body()));
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** The access token, fetched when there is none and again shortly before it ends. */
  private final class Token {

    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Login login;
    private String value = "";
    private long end;

    Token(Login login) {
      this.login = login;
    }

    synchronized String value() throws InterruptedException {
      if (value.isEmpty() || System.nanoTime() > end) {
        var granted = fetch().expect("No access token from " + login.path());
        var lifetime = Duration.ofSeconds(granted.path("expiresIn").asLong(0)).minus(EARLY);
        value = granted.path("accessToken").asString("");
        end = System.nanoTime() + lifetime.toNanos();
      }
      return value;
    }

    synchronized void forget(String refused) {
      if (value.equals(refused)) {
        value = "";
      }
    }

    private Answer fetch() throws InterruptedException {
      var path = login.path();
      return new Attempts(patience)
          .at("POST " + base + path, () -> exchange(unauthorized(path), "POST", login.body()));
    }
  }
}
