package io.slipway.actionapi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.ActionApi;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The edge, real but for the owners behind it; started once for all tests of this module. */
public final class EdgeUnderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final EdgeUnderTest EDGE = new EdgeUnderTest();

  public final TestHouse house = TestHouse.start();
  public final FakeOwners owners = new FakeOwners();
  public final Path plainUsers;
  private final ConfigurableApplicationContext context;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private EdgeUnderTest() {
    try {
      plainUsers = Files.createTempDirectory("edge-under-test").resolve("plain-users");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Map<String, Object> properties = new HashMap<>(house.properties("action-api"));
    for (var owner :
        List.of("run-orchestrator", "approval-service", "notifier", "catalog-service")) {
      properties.put("slipway.doors." + owner, owners.url());
    }
    properties.put("slipway.agents.plain-users", plainUsers.toString());
    var arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    context =
        new SpringApplicationBuilder(ActionApi.class).registerShutdownHook(false).run(arguments);
    url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    await()
        .atMost(PATIENCE)
        .until(() -> bean(io.slipway.events.wire.AvroWire.class) != null && ready());
  }

  public static EdgeUnderTest edge() {
    return EDGE;
  }

  private boolean ready() {
    var schemas =
        (org.springframework.boot.health.contributor.HealthIndicator) context.getBean("schemas");
    return org.springframework.boot.health.contributor.Status.UP.equals(
        schemas.health().getStatus());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public String url() {
    return url;
  }

  /** An answer with its JSON. */
  public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
    public Answer expect(int expected) {
      assertThat(status).as(raw.body()).isEqualTo(expected);
      return this;
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  public Answer send(String method, String path, String token, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      var json = response.body().isBlank() ? (JsonNode) Json.object() : Json.parse(response.body());
      return new Answer(response.statusCode(), json, response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  public Answer get(String path, String token) {
    return send("GET", path, token, null);
  }

  public Answer post(String path, String token, String body) {
    return send("POST", path, token, body);
  }

  /** A new organisation, complete, with an Admin whom the catalog knows. */
  public Tenant tenant() {
    var id = "org_" + Ids.random(16);
    var admin = "admin@" + id.toLowerCase(java.util.Locale.ROOT) + ".test";
    owners.person(admin, "Active", List.of("Admin"), List.of());
    var body = Json.object().put("id", id).put("adminEmail", admin);
    var made =
        post("/internal/organizations", house.tokenFor("operator", "action-api"), Json.text(body))
            .expect(202);
    await().atMost(PATIENCE).until(() -> state(id).equals("ACTIVE"));
    return new Tenant(this, made.json());
  }

  public String state(String id) {
    return get("/internal/organizations/" + id, house.tokenFor("operator", "action-api"))
        .json()
        .path("state")
        .asString("");
  }

  /** An organisation and its secrets. */
  public record Tenant(EdgeUnderTest edge, JsonNode credentials) {
    public String id() {
      return text("orgId");
    }

    public String text(String member) {
      return credentials.path(member).asString("");
    }

    public String machine() {
      return edge.token(text("clientId"), text("clientSecret"));
    }

    /** A person of this organisation, with a token. */
    public String person(String email, String role, String... teams) {
      edge.owners.person(email, "Active", List.of(role), List.of(teams));
      var given =
          edge.post("/api/users/" + email + "/credentials", machine(), "{}").expect(201).json();
      return edge.token(given.path("clientId").asString(), given.path("clientSecret").asString());
    }

    public String action(String identifier, String more) {
      edge.post(
              "/v1/actions",
              machine(),
              """
              {"identifier":"%s","trigger":{"type":"self-service","operation":"CREATE",
               "userInputs":{"properties":{"name":{"type":"string"}},"required":["name"]}},
               "invocationMethod":{"type":"KAFKA"}%s}
              """
                  .formatted(identifier, more))
          .expect(201);
      return identifier;
    }
  }

  public String token(String clientId, String clientSecret) {
    return grant(clientId, clientSecret).expect(200).json().path("accessToken").asString();
  }

  public Answer grant(String clientId, String clientSecret) {
    var body = Json.object().put("clientId", clientId).put("clientSecret", clientSecret);
    return post("/v1/auth/access_token", null, Json.text(body));
  }
}
