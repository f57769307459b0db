package io.slipway.actionapi.house;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The four owners behind the edge, in one server that a test can furnish, watch and stop. */
public final class FakeOwners {
  /** What an owner was asked. */
  public record Asked(
      String method, String uri, Map<String, String> headers, String body, JsonNode claims) {}

  public final List<Asked> asked = new CopyOnWriteArrayList<>();
  public final Map<String, JsonNode> people = new ConcurrentHashMap<>();
  public final Set<String> blueprints = ConcurrentHashMap.newKeySet();
  public final Map<String, JsonNode> entities = new ConcurrentHashMap<>();
  public final List<JsonNode> audits = new CopyOnWriteArrayList<>();
  public final List<String> begun = new CopyOnWriteArrayList<>();
  public final AtomicInteger welcomesToRefuse = new AtomicInteger();
  public final AtomicInteger streams = new AtomicInteger();

  private final int port;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private DisposableServer server;

  public FakeOwners() {
    server = bind(0);
    port = server.port();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public void stop() {
    server.disposeNow(Duration.ofSeconds(2));
    connections.close().awaitUninterruptibly();
  }

  public void startAgain() {
    server = bind(port);
  }

  private DisposableServer bind(int at) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(at)
        .channelGroup(connections)
        .handle(this::answer)
        .bindNow();
  }

  private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    if (request.uri().endsWith("/stream")) {
      return stream(response);
    }
    return request
        .receive()
        .aggregate()
        .asString(StandardCharsets.UTF_8)
        .defaultIfEmpty("")
        .flatMap(body -> Mono.from(answer(note(request, body), response)));
  }

  private Asked note(HttpServerRequest request, String body) {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .requestHeaders()
        .forEach(h -> headers.merge(h.getKey(), h.getValue(), (a, b) -> a + "|" + b));
    var token = headers.getOrDefault("Authorization", "").split("\\.");
    var claims =
        token.length == 3
            ? Json.parse(Base64.getUrlDecoder().decode(token[1]))
            : (JsonNode) Json.object();
    var one = new Asked(request.method().name(), request.uri(), headers, body, claims);
    asked.add(one);
    return one;
  }

  private Publisher<Void> stream(HttpServerResponse response) {
    streams.incrementAndGet();
    var events =
        Flux.concat(Flux.just("event: status\nid: 1\ndata: {}\n\n"), Flux.<String>never())
            .doOnCancel(streams::decrementAndGet);
    return response.sse().sendString(events);
  }

  private Publisher<Void> answer(Asked one, HttpServerResponse response) {
    var path = one.uri().split("\\?")[0];
    if (path.startsWith("/internal/callers/")) {
      var email = decoded(path.substring("/internal/callers/".length()));
      var person = people.get(email.toLowerCase(Locale.ROOT));
      return person == null ? missing(response) : send(response, 200, ok().set("caller", person));
    }
    if (path.startsWith("/internal/blueprints/")) {
      return blueprints.contains(decoded(path.substring("/internal/blueprints/".length())))
          ? send(response, 200, ok())
          : missing(response);
    }
    if (path.startsWith("/internal/entities/")) {
      var entity = entities.get(decoded(path.substring("/internal/entities/".length())));
      return entity == null ? missing(response) : send(response, 200, ok().set("entity", entity));
    }
    if (path.startsWith("/internal/organizations/")) {
      return welcomesToRefuse.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0
          ? send(response, 503, ok())
          : send(response, 200, ok());
    }
    if (path.equals("/internal/audit")) {
      var answer = ok();
      answer.putArray("audits").addAll(audits);
      return send(response, 200, answer);
    }
    if (path.equals("/internal/runs/begin")) {
      var answer = ok();
      var ids = answer.putArray("begun");
      for (var event : Json.parse(one.body()).path("events")) {
        ids.add(event.path("key").asString());
        begun.add(event.path("key").asString());
      }
      return send(response, 200, answer);
    }
    return send(response, 200, ok().put("uri", one.uri()).put("body", one.body()));
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }

  private static Publisher<Void> missing(HttpServerResponse response) {
    return send(
        response,
        404,
        Json.object().put("ok", false).put("error", "not_found").put("message", "was not found"));
  }

  private static Publisher<Void> send(HttpServerResponse response, int status, JsonNode body) {
    return response
        .status(status)
        .header("Content-Type", "application/json")
        .sendString(Mono.just(Json.text(body)));
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Furnishes a person. */
  public void person(String email, String status, List<String> roles, List<String> teams) {
    var person = Json.object();
    person.put("email", email).put("userId", "user_" + email).put("status", status);
    person.put("kind", "USER");
    person.set("roles", Json.strings(roles));
    person.set("teams", Json.strings(teams));
    person.putObject("user").put("email", email).put("firstName", "F");
    people.put(email.toLowerCase(Locale.ROOT), person);
  }
}
