package io.slipway.catalog;

import io.slipway.catalog.entity.RunsGoingOn;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The service on real ground, and the words in which tests speak to it. */
public final class CatalogUnderTest {
  public static final TestHouse HOUSE = TestHouse.start();
  public static final EventProbe PROBE = HOUSE.probe();

  /** What the orchestrator would say of runs; a run that nobody set is unknown. */
  public static final Map<String, RunsGoingOn.Standing> RUNS = new ConcurrentHashMap<>();

  /** Whom the service calls: the edge that knows signing keys, and receivers of changes. */
  public static final Outside OUTSIDE = Outside.start();

  private static final ConfigurableApplicationContext APPLICATION = start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private CatalogUnderTest() {}

  @Configuration(proxyBeanMethods = false)
  static class Neighbours {
    @Bean
    @Primary
    RunsGoingOn runsByHand() {
      return (organization, run) ->
          Mono.fromSupplier(() -> RUNS.getOrDefault(run, RunsGoingOn.Standing.UNKNOWN));
    }
  }

  private static ConfigurableApplicationContext start() {
    var schema = "catalog_" + Ids.random(8).toLowerCase(Locale.ROOT);
    var properties = HOUSE.properties("catalog-service", schema);
    properties.put("slipway.timers.every", "100ms");
    properties.put("slipway.migrations.every", "100ms");
    properties.put("slipway.deliveries.every", "100ms");
    properties.put("slipway.deliveries.first", "50ms");
    properties.put("slipway.outbound.allow-private", "true");
    properties.put("slipway.doors.action-api", OUTSIDE.url());
    properties.put("management.server.port", "0");
    var arguments = properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    return new SpringApplicationBuilder(CatalogService.class, Neighbours.class)
        .run(arguments.toArray(String[]::new));
  }

  public static <T> T bean(Class<T> type) {
    return APPLICATION.getBean(type);
  }

  /** Where the service says how it is. */
  public static URI management(String path) {
    var port = APPLICATION.getEnvironment().getProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An organisation with its built-in blueprints, the topics of its own, and an Admin. */
  public static Tenant tenant() {
    var tenant = new Tenant(HOUSE.organization());
    var founded = tenant.found();
    if (founded.status() != 200) {
      throw new IllegalStateException("the organisation was not founded: " + founded);
    }
    return tenant;
  }

  /** What a request was answered. */
  public record Answer(int status, JsonNode body) {
    public String error() {
      return body.path("error").asString("");
    }

    public String message() {
      return body.path("message").asString("");
    }

    public JsonNode at(String pointer) {
      return body.at(pointer);
    }
  }

  /** A name as it must be written inside a path. */
  public static String inPath(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An organisation, and requests in its name; by its machine unless another caller is named. */
  public record Tenant(String organization, Caller caller) {
    Tenant(String organization) {
      this(organization, Caller.machine(organization, "client-1"));
    }

    public Tenant as(Caller other) {
      return new Tenant(organization, other);
    }

    public Tenant asMember(String email) {
      return as(person(email, "Member"));
    }

    public Caller person(String email, String... roles) {
      return new Caller(
          organization,
          "user_" + email,
          Caller.Kind.USER,
          email,
          Set.of(roles),
          Set.of(),
          "UI",
          null);
    }

    public Answer found() {
      var body =
          "{\"name\":\"Test\",\"adminEmail\":\"Ada@x.test\",\"publicUrl\":\"http://127.0.0.1:1\"}";
      return as(Caller.service(organization, "action-api"))
          .call("PUT", "/internal/organizations/" + organization, body);
    }

    public Answer get(String path) {
      return call("GET", path, null);
    }

    public Answer post(String path, String body) {
      return call("POST", path, body);
    }

    public Answer put(String path, String body) {
      return call("PUT", path, body);
    }

    public Answer patch(String path, String body) {
      return call("PATCH", path, body);
    }

    public Answer delete(String path) {
      return call("DELETE", path, null);
    }

    /** Makes a blueprint that must be accepted. */
    public void blueprint(String definition) {
      var answer = post("/v1/blueprints", definition);
      if (answer.status() != 201) {
        throw new IllegalStateException(answer.toString());
      }
    }

    /** Writes an entity that must be accepted. */
    public void entity(String blueprint, String body) {
      var answer = post("/v1/blueprints/" + blueprint + "/entities?upsert=true", body);
      if (answer.status() != 201) {
        throw new IllegalStateException(answer.toString());
      }
    }

    /** The audit rows that match a query, newest first. */
    public List<JsonNode> audits(String query) {
      return List.copyOf(get("/internal/audit?" + query).body().path("audits").values());
    }

    public Answer call(String method, String path, String body) {
      var token = HOUSE.tokenFor("action-api", "catalog-service", caller);
      var port = APPLICATION.getEnvironment().getProperty("local.server.port");
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer " + token)
              .timeout(java.time.Duration.ofSeconds(60))
              .header("Content-Type", "application/json")
              .header("User-Agent", "catalog-tests/1")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), Json.parse(answer.body()));
      } catch (IOException unreachable) {
        throw new IllegalStateException(unreachable);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopping);
      }
    }
  }
}
