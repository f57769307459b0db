package io.slipway.notifier;

import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/** Catalog, edge and orchestrator as this service meets them: doors that ask for a token. */
public final class Neighbours {
  private final DoorTokens catalog;
  private final DoorTokens edge;
  private final DoorTokens orchestrator;
  private final DisposableServer server;
  private final Map<String, List<String>> admins = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
  private final AtomicInteger away = new AtomicInteger();

  public Neighbours(TestHouse house) {
    catalog = house.doorTokens("catalog-service");
    edge = house.doorTokens("action-api");
    orchestrator = house.doorTokens("run-orchestrator");
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .route(
                routes ->
                    routes
                        .post("/internal/people/resolve", this::resolve)
                        .post("/internal/runs/{run}/log", this::line)
                        .get("/internal/secrets/signing-key", this::key))
            .bindNow();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The key with which an organisation's webhooks are signed. */
  public static String keyOf(String organization) {
    return "secret-of-" + organization;
  }

  void admins(String organization, String... emails) {
    admins.put(organization, List.of(emails));
  }

  private Publisher<Void> resolve(HttpServerRequest request, HttpServerResponse response) {
    var organization = organization(request, catalog);
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(
            body -> {
              var found = Json.object().put("ok", true);
              var people = found.putArray("people");
              if (body.contains("\"roles\":[\"Admin\"]")) {
                admins
                    .getOrDefault(organization, List.of())
                    .forEach(email -> people.addObject().put("email", email).put("name", "N"));
              }
              return answer(response, found);
            });
  }

  /** The orchestrator is away for so many requests. */
  void orchestratorIsAwayFor(int requests) {
    away.set(requests);
  }

  /** Every line that the log of a run was asked to take, repetitions included. */
  List<String> linesOf(String run) {
    return lines.getOrDefault(run, List.of());
  }

  private Publisher<Void> line(HttpServerRequest request, HttpServerResponse response) {
    organization(request, orchestrator);
    if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return response.status(503).send();
    }
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(
            body -> {
              lines
                  .computeIfAbsent(request.param("run"), _ -> new CopyOnWriteArrayList<>())
                  .add(Json.parse(body).required("message").stringValue());
              return answer(response, Json.object().put("ok", true));
            });
  }

  private Publisher<Void> key(HttpServerRequest request, HttpServerResponse response) {
    var organization = organization(request, edge);
    return answer(response, Json.object().put("ok", true).put("key", keyOf(organization)));
  }

  private static Mono<Void> answer(HttpServerResponse response, JsonNode body) {
    return response
        .header("Content-Type", "application/json")
        .sendString(Mono.just(Json.text(body)))
        .then();
  }

  private static String organization(HttpServerRequest request, DoorTokens tokens) {
    var token = request.requestHeaders().get("Authorization").substring("Bearer ".length());
    return tokens.open(token).caller().organization();
  }
}
