package io.slipway.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that tells the key of every organisation, and takes what is posted to it. */
public final class Outside {
  public static final String KEY = "signing-key-of-thirty-two-bytes!";

  private final HttpServer server;
  private final Map<String, List<Posted>> posted = new ConcurrentHashMap<>();
  private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();

  /** What came. */
  public record Posted(String body, String timestamp, String signature, String id) {}

  private Outside(HttpServer server) {
    this.server = server;
  }

  static Outside start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var outside = new Outside(server);
      server.createContext("/internal/secrets/signing-key", Outside::key);
      server.createContext("/hooks/", outside::take);
      server.start();
      return outside;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** An address that answers so, and afterwards always 200. */
  public String hook(String name, Integer... first) {
    posted.put(name, new CopyOnWriteArrayList<>());
    answers.put(name, new ConcurrentLinkedQueue<>(List.of(first)));
    return url() + "/hooks/" + name;
  }

  public List<Posted> posted(String name) {
    return posted.getOrDefault(name, List.of());
  }

  private static void key(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "{\"ok\":true,\"key\":\"" + KEY + "\"}");
  }

  private void take(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring("/hooks/".length());
    var headers = exchange.getRequestHeaders();
    posted
        .get(name)
        .add(
            new Posted(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers.getFirst("x-port-timestamp"),
                headers.getFirst("x-port-signature"),
                headers.getFirst("webhook-id")));
    var next = answers.get(name).poll();
    answer(exchange, next == null ? 200 : next, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
