package io.slipway.orchestrator.run;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.RunEvent.Changed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs to test with, in words: {@code aRun().needing(ANY)}. */
public final class RunFixture {
  /** When everything in here happens. */
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  /** Who asks for runs in here. */
  public static final Actor ADA =
      new Actor(
          "user_ada",
          Actor.Kind.USER,
          "ada@example.com",
          Json.parse("{\"email\":\"ada@example.com\",\"firstName\":\"Ada\",\"id\":\"user_ada\"}"));

  /** A backend. */
  public static final Actor MACHINE = new Actor("client_1", Actor.Kind.MACHINE, null, null);

  private RunId id = new RunId(Ids.withPrefix("r_"));
  private String organization = "org_fixture";
  private ApprovalRule approval = ApprovalRule.NONE;
  private String method = "{\"type\":\"KAFKA\"}";
  private String properties = "{\"service\":\"cart\",\"replicas\":3}";
  private Actor by = ADA;
  private List<String> encrypted = List.of();
  private String more = "";
  private @Nullable String entity = "cart";

  private RunFixture() {}

  /** A run of a Kafka action that needs nobody's approval. */
  public static RunFixture aRun() {
    return new RunFixture();
  }

  public RunFixture called(String runId) {
    id = new RunId(runId);
    return this;
  }

  public RunFixture in(String itsOrganization) {
    organization = itsOrganization;
    return this;
  }

  public RunFixture needing(ApprovalRule rule) {
    approval = rule;
    return this;
  }

  public RunFixture by(Actor actor) {
    by = actor;
    return this;
  }

  /** With an invocation method, as JSON text. */
  public RunFixture doneBy(String itsMethod) {
    method = itsMethod;
    return this;
  }

  public RunFixture with(String itsProperties, String... secrets) {
    properties = itsProperties;
    encrypted = List.of(secrets);
    return this;
  }

  /** Hidden from members who have nothing to do with it. */
  public RunFixture hidden() {
    more = ",\"allowAnyoneToViewRuns\":false";
    return this;
  }

  public RunFixture onNoEntity() {
    entity = null;
    return this;
  }

  public Invocation invocation() {
    return new Invocation(
        id,
        organization,
        NOON,
        "scale_service",
        Json.parse(action()),
        Json.parse("{\"execute\":{},\"approve\":{\"users\":[\"bob@example.com\"]}}"),
        "service",
        entity,
        entity == null ? null : Json.parse(entityText()),
        Json.parse(properties),
        Json.parse(properties),
        by,
        null,
        "UI",
        0,
        null,
        approval,
        Json.parse(approval == ApprovalRule.NONE ? "false" : "{\"type\":\"" + approval + "\"}"),
        encrypted);
  }

  private String action() {
    return """
           {"id":"action_0123456789abcdef","identifier":"scale_service","title":"Scale","icon":"Cluster",\
           "description":"More of it","trigger":{"type":"self-service","operation":"DAY-2",\
           "blueprintIdentifier":"service","userInputs":{"properties":{"replicas":{"type":"number"}},\
           "required":[],"order":[]}},"invocationMethod":%s,\
           "createdAt":"2026-11-01T00:00:00.000Z","createdBy":"user_ada",\
           "updatedAt":"2026-11-01T00:00:00.000Z","updatedBy":"user_ada"%s}
           """
        .formatted(method, more);
  }

  private String entityText() {
    return """
           {"identifier":"%s","title":"Cart","icon":null,"blueprint":"service","team":[],\
           "properties":{"replicas":1.50},"relations":{}}
           """
        .formatted(entity);
  }

  /** Asked for, not begun. */
  public Run requested() {
    return Run.of(invocation());
  }

  /** Begun: waiting for approval if it needs any, else handed over. */
  public Run begun() {
    return after(requested(), new Signal.Invoked(by, NOON, ready()));
  }

  /** Begun, and its work could not leave yet. */
  public Run dueToLeave() {
    return after(requested(), new Signal.Invoked(by, NOON, new Departure.Later("no key")));
  }

  /** Begun, and ended by its backend. */
  public Run finished() {
    return after(begun(), reported(Outcome.SUCCESS));
  }

  private static Run after(Run run, Signal signal) {
    return RunLifecycle.step(run, signal).run();
  }

  /** A departure with something to send. */
  public static Departure ready() {
    var bytes = "{\"headers\":{}}".getBytes(StandardCharsets.UTF_8);
    JsonNode payload = Json.parse("{\"type\":\"KAFKA\"}");
    return new Departure.Ready(Parcel.toTopic("KAFKA", "org_fixture.runs", bytes, payload, NOON));
  }

  public static Signal reported(Outcome outcome) {
    return new Signal.Reported(MACHINE, NOON.plusSeconds(5), outcome, Changes.NONE);
  }

  /** The events of a step. */
  static List<RunEvent> eventsOf(Step step) {
    return step instanceof Step.Moved moved ? moved.events() : List.of();
  }

  /** Those of them that say a version. */
  static List<Changed> changesOf(Step step) {
    return eventsOf(step).stream()
        .filter(Changed.class::isInstance)
        .map(Changed.class::cast)
        .toList();
  }
}
