package io.slipway.local.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.local.state.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** An edge that answers what a test tells it to, and remembers what it was asked. */
final class FakeEdge implements AutoCloseable {

  record Asked(String method, String path, String authorization, String body) {}

  record Says(int status, Object body) {}

  private final HttpServer server;
  private final Map<String, Function<Asked, Says>> answers = new ConcurrentHashMap<>();
  final List<Asked> asked = new ArrayList<>();

  FakeEdge() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  FakeEdge on(String methodAndPath, Function<Asked, Says> answer) {
    answers.put(methodAndPath, answer);
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(request);
    var says =
        answers
            .getOrDefault(
                request.method() + " " + request.path(),
                _ -> new Says(404, Map.of("ok", false, "error", "not_found")))
            .apply(request);
    var bytes = Json.MAPPER.writeValueAsBytes(says.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(says.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
