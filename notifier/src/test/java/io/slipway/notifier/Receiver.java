package io.slipway.notifier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A customer's system that hears webhooks. */
public final class Receiver {
  private final DisposableServer server =
      HttpServer.create().host("127.0.0.1").handle(this::hear).bindNow();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, ConcurrentLinkedQueue<Integer>> statuses = new ConcurrentHashMap<>();

  /** A request that was heard. */
  public record Call(String path, Map<String, String> headers, String body) {}

  public int port() {
    return server.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Answers the next requests to a path so, and those after them with 200. */
  public void answers(String path, Integer... next) {
    statuses.put(path, new ConcurrentLinkedQueue<>(List.of(next)));
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  private Publisher<Void> hear(HttpServerRequest request, HttpServerResponse response) {
    var path = request.uri();
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(
            body -> {
              Map<String, String> headers = new ConcurrentHashMap<>();
              request
                  .requestHeaders()
                  .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
              calls.add(new Call(path, headers, body));
              var next = statuses.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
              var status = next == null ? 200 : next;
              if (status / 100 == 3) {
                response.header("Location", "/elsewhere");
              }
              if (status == 503) {
                response.header("Retry-After", "7");
              }
              return response.status(status).send().then();
            });
  }
}
