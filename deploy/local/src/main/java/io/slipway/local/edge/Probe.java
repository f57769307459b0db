package io.slipway.local.edge;

import io.slipway.local.Complaint;
import io.slipway.local.state.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One run through the whole house: asked for over HTTP, heard on its topic, reported on the other,
 * seen to have succeeded. It lives in an organisation of its own that nobody else sees.
 */
public final class Probe {

  private static final String ACTION = "slipway_probe";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Organizations organizations;
  private final Path file;

  public Probe(Organizations organizations, Path file) {
    this.organizations = organizations;
    this.file = file;
  }

  /** Complains where the run got stuck; else says how long it took. */
  public String run() {
    var credentials = organization();
    organizations.awaitActive(credentials.orgId(), PATIENCE);
    try (var edge = new Edge(organizations.apiUrl());
        var topics = new AgentTopics(credentials)) {
      var token = token(edge, credentials);
      action(edge, token);
      var begin = Instant.now();
      var run = invoke(edge, token);
      awaitInvocation(edge, token, topics, run);
      topics.report(run, Map.of("status", "SUCCESS", "summary", "The house is in order."));
      awaitSuccess(edge, token, run);
      return "one run from POST to SUCCESS in %d ms"
          .formatted(Duration.between(begin, Instant.now()).toMillis());
    }
  }

  /** The one of last time, or a new one: without its credentials, an old one is of no use. */
  private Credentials organization() {
    var known = Credentials.read(file);
    if (known.isPresent() && organizations.state(known.get().orgId()).isPresent()) {
      return organizations.located(known.get());
    }
    var wish = Organizations.Wish.of("probe_" + Credentials.letters(12)).forProbing();
    return organizations.create(wish).write(file);
  }

  private static String token(Edge edge, Credentials credentials) {
    var answer =
        edge.post(
            "/v1/auth/access_token",
            null,
            Map.of("clientId", credentials.clientId(), "clientSecret", credentials.clientSecret()));
    if (!answer.ok()) {
      throw new Complaint("The probe got no token: " + answer.said());
    }
    return answer.body().path("accessToken").asString();
  }

  private static void action(Edge edge, String token) {
    var definition =
        Map.of(
            "identifier",
            ACTION,
            "title",
            "Probe",
            "trigger",
            Map.of(
                "type", "self-service",
                "operation", "CREATE",
                "userInputs", Map.of("properties", Map.of(), "required", List.of())),
            "invocationMethod",
            Map.of("type", "KAFKA"));
    // An earlier version may have made it differently.
    if (edge.put("/v1/actions/" + ACTION, token, definition).ok()) {
      return;
    }
    var answer = edge.post("/v1/actions", token, definition);
    if (!answer.ok()) {
      throw new Complaint("The probe's action was not made: " + answer.said());
    }
  }

  private static String invoke(Edge edge, String token) {
    var answer =
        edge.post("/v1/actions/" + ACTION + "/runs", token, Map.of("properties", Map.of()));
    if (!answer.ok()) {
      throw new Complaint("The probe's run was not taken: " + answer.said());
    }
    return answer.body().path("run").path("id").asString();
  }

  private static void awaitInvocation(Edge edge, String token, AgentTopics topics, String run) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (topics.hears(run, Duration.ofSeconds(1))) {
        return;
      }
      var seen = look(edge, token, run);
      if (!seen.path("endedAt").isMissingNode()) {
        throw stuck("ended before it reached its topic: " + words(seen), run);
      }
    }
    throw stuck("did not reach its topic; it is " + words(look(edge, token, run)), run);
  }

  private static void awaitSuccess(Edge edge, String token, String run) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (look(edge, token, run).path("status").asString("").equals("SUCCESS")) {
        return;
      }
    }
    throw stuck("reported success and is " + words(look(edge, token, run)), run);
  }

  private static JsonNode look(Edge edge, String token, String run) {
    return edge.get("/v1/actions/runs/" + run, token).body().path("run");
  }

  private static String words(JsonNode run) {
    return (run.path("status").asString("unknown") + " " + run.path("summary").asString(""))
        .strip();
  }

  private static Complaint stuck(String where, String run) {
    return new Complaint(
        "The probe's run %s %s. See the logs of action-api and run-orchestrator."
            .formatted(run, where));
  }
}
