package io.slipway.approvals;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalAsked;
import io.slipway.events.ApprovalDecided;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.ApprovalRule;
import io.slipway.events.EntityChange;
import io.slipway.events.EntityChanged;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service on real ground, with its neighbours, and the words in which tests speak to it. */
final class ApprovalsUnderTest implements BeforeAllCallback {
  static final TestHouse HOUSE = TestHouse.start();
  static final EventProbe PROBE = HOUSE.probe();
  static final Neighbours NEIGHBOURS = new Neighbours(HOUSE);

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final ConfigurableApplicationContext APPLICATION = start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Closes the service after the last test class, while the ground still stands. */
  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent("approval-service", _ -> (AutoCloseable) APPLICATION::close);
  }

  private static ConfigurableApplicationContext start() {
    var schema = "approvals_" + Ids.random(8).toLowerCase(Locale.ROOT);
    var properties = HOUSE.properties(ApprovalService.NAME, schema);
    properties.put("slipway.doors.catalog-service", NEIGHBOURS.url());
    properties.put("slipway.doors.run-orchestrator", NEIGHBOURS.url());
    var arguments = properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    return new SpringApplicationBuilder(ApprovalService.class)
        .run(arguments.toArray(String[]::new));
  }

  static <T> T bean(Class<T> type) {
    return APPLICATION.getBean(type);
  }

  /** What a request was answered. */
  record Answer(int status, JsonNode body) {
    String runStatus() {
      return body.path("run").path("status").asString("");
    }
  }

  static Answer approve(String run, Caller caller) {
    return vote(run, caller, "{\"status\":\"APPROVE\"}");
  }

  static Answer decline(String run, Caller caller) {
    return vote(run, caller, "{\"status\":\"DECLINE\",\"description\":\"not today\"}");
  }

  static Answer vote(String run, Caller caller, String body) {
    return call("PATCH", "/v1/actions/runs/" + run + "/approval", token(caller), body);
  }

  static Answer get(String path, Caller caller) {
    return call("GET", path, token(caller), null);
  }

  static String token(Caller caller) {
    return HOUSE.doorTokens("action-api").issue(ApprovalService.NAME, caller);
  }

  static Answer call(String method, String path, String token, String body) {
    var port = APPLICATION.getEnvironment().getRequiredProperty("local.server.port");
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), Json.parse(response.body()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  static Caller person(String organization, String email, String... roles) {
    return new Caller(
        organization,
        "user-" + email,
        Caller.Kind.USER,
        email,
        Set.of(roles),
        Set.of(),
        "API",
        null);
  }

  static String newRun() {
    return Ids.withPrefix("r_");
  }

  /** The orchestrator says that a run waits for approval; the event's id. */
  static String saysWaiting(String organization, String run, ApprovalRule rule) {
    return PROBE.say(HOUSE.topics().runStatusChanged(), run, waiting(organization, run, rule));
  }

  /** A run that waits, about which the people have been asked. */
  static String waitingRun(String organization, ApprovalRule rule) {
    var run = newRun();
    saysWaiting(organization, run, rule);
    requested(run, 1);
    return run;
  }

  static List<ApprovalRequested> requested(String run, int atLeast) {
    return PROBE.awaitEvents(HOUSE.topics().approvalRequested(), run, atLeast);
  }

  static List<ApprovalDecided> decided(String run, int atLeast) {
    return PROBE.awaitEvents(HOUSE.topics().approvalDecided(), run, atLeast);
  }

  static RunStatusChanged waiting(String organization, String run, ApprovalRule rule) {
    var asked =
        ApprovalAsked.newBuilder()
            .setRule(rule)
            .setPermissionsJson("{\"approve\":{\"users\":[],\"roles\":[\"lead\"],\"teams\":[]}}")
            .setActionJson("{\"identifier\":\"scale\",\"title\":\"Scale\"}")
            .setInputsJson("{\"size\":3}")
            .setRequester(person("requester@x"))
            .build();
    return change(organization, run, null, RunStatus.WAITING_FOR_APPROVAL)
        .setApproval(asked)
        .build();
  }

  static RunStatusChanged.Builder change(
      String organization, String run, RunStatus from, RunStatus to) {
    return RunStatusChanged.newBuilder()
        .setRunId(run)
        .setOrganization(organization)
        .setVersion(1)
        .setFrom(from)
        .setTo(to)
        .setCause("Invoked")
        .setAt(Instant.parse("2026-03-01T09:00:00Z"))
        .setAfterJson(
            "{\"id\":\"%s\",\"status\":\"%s\",\"blueprint\":{\"identifier\":\"service\"}}"
                .formatted(run, to))
        .setBy(person("requester@x"));
  }

  /** The orchestrator says that a run that waited has failed, withdrawn for example. */
  static void saysFailed(String organization, String run) {
    var failed = change(organization, run, RunStatus.WAITING_FOR_APPROVAL, RunStatus.FAILURE);
    PROBE.say(HOUSE.topics().runStatusChanged(), run, failed.build());
  }

  /** True when there is an approval and nobody's vote is awaited. */
  static boolean isClosed(String organization, String run) {
    var path = "/v1/actions/runs/" + run + "/approvers?include_pending_approvers=true";
    var approvers = get(path, Caller.machine(organization, "client")).body().get("approvers");
    return approvers != null
        && approvers.valueStream().noneMatch(one -> one.path("state").asString().equals("PENDING"));
  }

  /** The catalog says that a person changed. */
  static void saysPersonChanged(String organization, String email) {
    PROBE.say(
        HOUSE.topics().entityChanged(),
        "e_" + email,
        EntityChanged.newBuilder()
            .setEventId(Ids.withPrefix("event_"))
            .setEntityId("e_" + email)
            .setOrganization(organization)
            .setBlueprint("_user")
            .setIdentifier(email)
            .setChange(EntityChange.UPDATE)
            .setBy(person("admin@x"))
            .setOrigin("UI")
            .setAt(Instant.parse("2026-03-01T09:00:00Z"))
            .build());
  }

  private static Actor person(String email) {
    return Actor.newBuilder()
        .setUserId("user-" + email)
        .setEmail(email)
        .setKind(ActorKind.USER)
        .build();
  }
}
