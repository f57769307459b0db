package io.slipway.catalog.malformed;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Answer;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Requests that are valid but for one planted fault. Each must be refused with a 4xx that names the
 * place of the fault, and the same request without it must be accepted; else the fault would prove
 * nothing. The long form: {@code -Dslipway.malformed=20000}.
 */
class MalformedRequestsIT {
  private static final int REQUESTS = Integer.getInteger("slipway.malformed", 300);
  private static final long SEED = Long.getLong("slipway.malformed.seed", 20260101L);

  private static final String BLUEPRINT =
      """
      {"identifier":"thing","title":"Thing","schema":{"properties":{
         "text":{"type":"string","minLength":3,"maxLength":10},
         "word":{"type":"string","enum":["a","b"]},"code":{"type":"string","pattern":"^a[0-9]$"},
         "number":{"type":"number","minimum":1,"exclusiveMaximum":11},"flag":{"type":"boolean"},
         "list":{"type":"array","minItems":1,"items":{"type":"string","format":"url"}},
         "object":{"type":"object","required":["n"],"additionalProperties":false,
                   "properties":{"n":{"type":"number"},"s":{"type":"string"}}},
         "url":{"type":"string","format":"url"},"email":{"type":"string","format":"email"},
         "user":{"type":"string","format":"user"},"at":{"type":"string","format":"date-time"},
         "ttl":{"type":"string","format":"timer"},"ipv4":{"type":"string","format":"ipv4"},
         "ipv6":{"type":"string","format":"ipv6"}},
       "required":["text"]},
       "relations":{"one":{"target":"target"},"many":{"target":"target","many":true}}}
      """;

  private final Tenant tenant = tenant();

  @BeforeEach
  void catalog() {
    tenant.post("/v1/teams", "{\"name\":\"red\"}");
    tenant.blueprint("{\"identifier\":\"target\",\"title\":\"T\",\"schema\":{\"properties\":{}}}");
    tenant.entity("target", "{\"identifier\":\"t\"}");
    tenant.blueprint(BLUEPRINT);
  }

  /** A route, and the bodies that it takes. */
  private record Route(String method, String path, Shape shape) {}

  private static final List<Route> ROUTES =
      List.of(
          new Route("POST", "/v1/blueprints", Bodies.blueprint()),
          new Route("POST", "/v1/blueprints", Bodies.blueprint()),
          new Route("POST", "/v1/blueprints/thing/entities?upsert=true", Bodies.entity()),
          new Route("POST", "/v1/blueprints/thing/entities", Bodies.entity()),
          new Route("PATCH", "/v1/blueprints/thing/permissions", Bodies.permissions()),
          new Route("POST", "/v1/blueprints/thing/entities/search", Bodies.search()),
          new Route("POST", "/v1/blueprints/thing/scorecards", Bodies.scorecard()),
          new Route("POST", "/v1/webhooks", Bodies.webhook()),
          new Route("POST", "/v1/integration", Bodies.integration()),
          new Route("POST", "/v1/teams", Bodies.team()),
          new Route("POST", "/v1/users/invite", Bodies.invitation()));

  @Test
  void everyFaultIsRefusedWhereItIs() {
    var random = new Random(SEED);
    var failures = new ArrayList<String>();
    for (int i = 0; i < REQUESTS && failures.size() < 20; i++) {
      var route = ROUTES.get(random.nextInt(ROUTES.size()));
      var valid = route.shape().valid(random);
      var faults = route.shape().faults(valid, "");
      // What may be left out where it is generated, and an identifier that is then made, are none.
      faults.removeIf(fault -> harmless(route, fault));
      if (faults.isEmpty()) {
        continue;
      }
      var fault = faults.get(random.nextInt(faults.size()));
      var malformed = fault.plant().apply(valid.deepCopy());
      var refused = tenant.call(route.method(), route.path(), Json.text(malformed));
      if (!namesThePlace(refused, fault.place())) {
        failures.add(told(route, fault, malformed, refused));
      }
      if (i % 10 == 0) {
        var accepted = tenant.call(route.method(), route.path(), Json.text(valid));
        if (accepted.status() / 100 != 2) {
          failures.add("NOT ACCEPTED " + told(route, fault, valid, accepted));
        }
      }
    }
    assertThat(failures).as("seed " + SEED).isEmpty();
  }

  private static boolean harmless(Route route, Shape.Fault fault) {
    if (fault.what().equals("without spec") || fault.what().equals("without format")) {
      return true;
    }
    var entity = route.path().contains("/entities") && !route.path().endsWith("/search");
    return (entity
            && (fault.what().equals("without identifier")
                || fault.what().equals("without properties")))
        || (route.path().equals("/v1/webhooks") && fault.what().equals("without identifier"));
  }

  private static boolean namesThePlace(Answer answer, String place) {
    if (answer.status() < 400 || answer.status() >= 500 || answer.message().isEmpty()) {
      return false;
    }
    for (var error : answer.at("/details/errors").values()) {
      if (error.path("path").asString("").equals(place)) {
        return true;
      }
    }
    return false;
  }

  private static String told(Route route, Shape.Fault fault, JsonNode body, Answer answer) {
    return "\n%s %s %s at \"%s\"\n  %s\n  -> %s"
        .formatted(
            route.method(), route.path(), fault.what(), fault.place(), Json.text(body), answer);
  }
}
