package io.slipway.approvals;

import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/** The catalog and the orchestrator as this service meets them: doors that ask for a token. */
final class Neighbours {
  private final DoorTokens catalog;
  private final DoorTokens orchestrator;
  private final DisposableServer server;
  private final Map<String, List<String>> people = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> said = new ConcurrentHashMap<>();
  private final Set<String> runs = ConcurrentHashMap.newKeySet();
  private final Map<String, JsonNode> ended = new ConcurrentHashMap<>();
  private final Set<String> catalogAwayFor = ConcurrentHashMap.newKeySet();
  private final Set<String> orchestratorAwayFor = ConcurrentHashMap.newKeySet();
  private final List<Decision> decisions = new CopyOnWriteArrayList<>();

  /** A decision that was handed over. */
  record Decision(String runId, String eventId, byte[] payload) {}

  Neighbours(TestHouse house) {
    catalog = house.doorTokens("catalog-service");
    orchestrator = house.doorTokens("run-orchestrator");
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .route(
                routes ->
                    routes
                        .post("/internal/people/resolve", this::resolve)
                        .get("/internal/runs/{id}/said", this::saidOf)
                        .get("/internal/runs/{id}", this::run)
                        .post("/internal/runs/{id}/decision", this::decide))
            .bindNow();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** From now on these may vote in an organisation. */
  void mayVote(String organization, String... emails) {
    people.put(organization, List.of(emails));
  }

  void catalogIsAwayFor(String organization) {
    catalogAwayFor.add(organization);
  }

  void catalogIsBackFor(String organization) {
    catalogAwayFor.remove(organization);
  }

  void orchestratorIsAwayFor(String organization) {
    orchestratorAwayFor.add(organization);
  }

  /** The orchestrator knows a run. */
  void knows(String runId) {
    runs.add(runId);
  }

  /** The orchestrator said this about a run. */
  void said(String runId, String eventId, byte[] payload) {
    knows(runId);
    said.put(
        runId,
        Json.object()
            .put("eventId", eventId)
            .put("key", runId)
            .put("payload", Base64.getEncoder().encodeToString(payload)));
  }

  /** The run ended before any decision reached the orchestrator. */
  void hasEnded(String runId, String status) {
    ended.put(runId, Json.object().put("id", runId).put("status", status));
  }

  List<Decision> decisionsAbout(String runId) {
    return decisions.stream().filter(decision -> decision.runId().equals(runId)).toList();
  }

  private Publisher<Void> resolve(HttpServerRequest request, HttpServerResponse response) {
    var organization = organization(request, catalog);
    return answer(
        request,
        response,
        _ -> {
          if (catalogAwayFor.contains(organization)) {
            return new Reply(503, error());
          }
          var found = Json.object().put("ok", true);
          var list = found.putArray("people");
          for (var email : people.getOrDefault(organization, List.of())) {
            list.addObject().put("email", email).put("name", "N").put("userId", "user-" + email);
          }
          return new Reply(200, found);
        });
  }

  private Publisher<Void> saidOf(HttpServerRequest request, HttpServerResponse response) {
    organization(request, orchestrator);
    return answer(
        request,
        response,
        _ -> {
          var event = said.get(id(request));
          return event == null
              ? new Reply(404, error())
              : new Reply(200, Json.object().put("ok", true).set("event", event));
        });
  }

  private Publisher<Void> run(HttpServerRequest request, HttpServerResponse response) {
    organization(request, orchestrator);
    return answer(
        request,
        response,
        _ ->
            runs.contains(id(request))
                ? new Reply(
                    200,
                    Json.object().put("ok", true).set("run", Json.object().put("id", id(request))))
                : new Reply(404, error()));
  }

  private Publisher<Void> decide(HttpServerRequest request, HttpServerResponse response) {
    var organization = organization(request, orchestrator);
    return answer(
        request,
        response,
        body -> {
          if (orchestratorAwayFor.contains(organization)) {
            return new Reply(503, error());
          }
          var payload = Base64.getDecoder().decode(body.required("payload").stringValue());
          var eventId = body.required("eventId").stringValue();
          decisions.add(new Decision(id(request), eventId, payload));
          var end = ended.get(id(request));
          var run =
              end != null ? end : Json.object().put("id", id(request)).put("status", "IN_PROGRESS");
          return new Reply(
              200, Json.object().put("ok", true).put("accepted", end == null).set("run", run));
        });
  }

  private record Reply(int status, JsonNode body) {}

  private static Publisher<Void> answer(
      HttpServerRequest request, HttpServerResponse response, Function<JsonNode, Reply> work) {
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("{}")
        .map(text -> work.apply(Json.parse(text)))
        .flatMap(
            reply ->
                response
                    .status(reply.status())
                    .header("Content-Type", "application/json")
                    .sendString(Mono.just(Json.text(reply.body())))
                    .then());
  }

  private static String organization(HttpServerRequest request, DoorTokens tokens) {
    var token = request.requestHeaders().get("Authorization").substring("Bearer ".length());
    return tokens.open(token).caller().organization();
  }

  private static String id(HttpServerRequest request) {
    return String.valueOf(request.param("id"));
  }

  private static JsonNode error() {
    return Json.object().put("ok", false).put("error", "x").put("message", "y");
  }
}
