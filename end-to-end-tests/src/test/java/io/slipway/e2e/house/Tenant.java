package io.slipway.e2e.house;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An organisation, and the people and machines in it. */
public final class Tenant {
  private final SuiteUnderTest suite;
  private final URI edge;
  private final JsonNode credentials;

  Tenant(SuiteUnderTest suite, URI edge, JsonNode credentials) {
    this.suite = suite;
    this.edge = edge;
    this.credentials = credentials;
  }

  public String id() {
    return text("orgId");
  }

  /** A member of {@code credentials.json}. */
  public String text(String member) {
    return credentials.get(member).stringValue();
  }

  /** The same organisation, seen through another edge. */
  public Tenant through(URI other) {
    return new Tenant(suite, other, credentials);
  }

  /** Nobody in particular. */
  public Http anonymous() {
    return new Http(edge, Map.of());
  }

  /** The organisation's machine. */
  public Http machine() {
    return withToken(token(text("clientId"), text("clientSecret")));
  }

  /** The Admin, signed in with the password. */
  public Http admin() {
    var answer =
        anonymous()
            .post(
                "/api/sign-in",
                "{\"email\":\"%s\",\"password\":\"%s\",\"orgId\":\"%s\"}"
                    .formatted(text("adminEmail"), text("adminPassword"), id()))
            .expect(200);
    return withToken(answer.json().get("accessToken").stringValue());
  }

  /** A new person, invited with a role and given personal credentials. */
  public Person invite(String role, String... teams) {
    var email = "u" + Texts.random(8) + "@example.test";
    var machine = machine();
    for (var team : teams) {
      machine.post("/v1/teams", "{\"name\":\"%s\"}".formatted(team));
    }
    var list = teams.length == 0 ? "" : "\"" + String.join("\",\"", teams) + "\"";
    machine
        .post(
            "/v1/users/invite",
            "{\"invitee\":{\"email\":\"%s\",\"roles\":[\"%s\"],\"teams\":[%s]}}"
                .formatted(email, role, list))
        .expect(200);
    var personal = machine.post("/api/users/" + email + "/credentials", "{}").expect(201).json();
    var token =
        token(personal.get("clientId").stringValue(), personal.get("clientSecret").stringValue());
    return new Person(email, withToken(token));
  }

  /** A person and their client. */
  public record Person(String email, Http http) {}

  public String token(String clientId, String clientSecret) {
    return anonymous()
        .post(
            "/v1/auth/access_token",
            "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}".formatted(clientId, clientSecret))
        .expect(200)
        .json()
        .get("accessToken")
        .stringValue();
  }

  public Http withToken(String token) {
    return new Http(edge, Map.of("Authorization", "Bearer " + token));
  }

  /** Makes a blueprint with one string property. */
  public String blueprint() {
    var id = "service_" + Texts.random(6);
    machine()
        .post(
            "/v1/blueprints",
            """
            {"identifier":"%s","title":"Service","schema":{"properties":{"language":{"type":"string"}}}}
            """
                .formatted(id))
        .expect(201);
    return id;
  }

  /** Makes an action with a Kafka backend; {@code more} are further top-level members. */
  public String action(String more) {
    var id = "deploy_" + Texts.random(6);
    machine()
        .post(
            "/v1/actions",
            """
            {"identifier":"%s","title":"Deploy","trigger":{"type":"self-service","operation":"CREATE",
             "userInputs":{"properties":{"name":{"type":"string"},"size":{"type":"number"}},"required":["name"]}},
             "invocationMethod":{"type":"KAFKA"}%s}
            """
                .formatted(id, more))
        .expect(201);
    return id;
  }

  /** Lets exactly these people approve an action. */
  public void approvers(String action, Person... people) {
    var emails = java.util.Arrays.stream(people).map(p -> "\"" + p.email() + "\"").toList();
    machine()
        .patch(
            "/v1/actions/" + action + "/permissions",
            "{\"approve\":{\"users\":[%s],\"roles\":[],\"teams\":[]}}"
                .formatted(String.join(",", emails)))
        .expect(200);
  }

  /** Runs an action as somebody; returns the run as the 202 shows it. */
  public JsonNode invoke(Http as, String action) {
    return as.post(
            "/v1/actions/" + action + "/runs", "{\"properties\":{\"name\":\"cart\",\"size\":2}}")
        .expect(202)
        .json()
        .get("run");
  }

  /** An agent of this organisation, with its own Kafka credentials. */
  public TestAgent agent() {
    return new TestAgent(this);
  }
}
