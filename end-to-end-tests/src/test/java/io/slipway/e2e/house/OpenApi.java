package io.slipway.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI documents of both faces, as a judge of real answers. */
final class OpenApi {
  private static final OpenApi V1 = new OpenApi("v1.yaml");
  private static final OpenApi API = new OpenApi("api.yaml");

  private final JsonNode document;
  private final List<Route> routes = new ArrayList<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private record Route(Pattern path, String template, int parameters) {}

  private OpenApi(String name) {
    document =
        YAMLMapper.builder().build().readTree(SuiteUnderTest.read(documents().resolve(name)));
    for (var path : document.get("paths").properties()) {
      var template = path.getKey();
      var pattern =
          Pattern.compile("\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
      routes.add(new Route(pattern, template, template.split("\\{").length - 1));
    }
    // The one with the fewest parameters is meant: /v1/actions/runs is no action.
    routes.sort(java.util.Comparator.comparingInt(Route::parameters));
  }

  static Path documents() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("docs/api"))) {
        return at.resolve("docs/api");
      }
    }
    throw new IllegalStateException("no docs/api");
  }

  /** Fails when an answer is not what the document of its face says. */
  static void check(String method, String path, HttpResponse<String> answer) {
    var bare = path.split("\\?")[0];
    if (bare.startsWith("/v1/")) {
      V1.judge(method, bare, answer);
    } else if (bare.startsWith("/api/")) {
      API.judge(method, bare, answer);
    }
  }

  private void judge(String method, String path, HttpResponse<String> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/event-stream")) {
      return;
    }
    var what = method + " " + path + " -> " + answer.statusCode() + " " + answer.body();
    assertThat(answer.statusCode()).as(what).isLessThan(500);
    if (answer.statusCode() == 204) {
      return;
    }
    assertThat(type).as(what).containsAnyOf("application/json", "application/problem+json");
    var schema = schemaOf(method, path, answer.statusCode());
    var faults = schema.validate(Http.parse(answer.body()));
    assertThat(faults).as(what).isEmpty();
  }

  private Schema schemaOf(String method, String path, int status) {
    var operation = operation(method, path);
    var key = method + " " + (operation == null ? "?" : operation.getKey()) + " " + status;
    return schemas.computeIfAbsent(
        key, _ -> compile(operation == null ? null : operation.getValue(), status, key));
  }

  private Map.Entry<String, JsonNode> operation(String method, String path) {
    for (var route : routes) {
      if (route.path().matcher(path).matches()) {
        var operation =
            document
                .get("paths")
                .get(route.template())
                .get(method.toLowerCase(java.util.Locale.ROOT));
        if (operation != null) {
          return Map.entry(route.template(), operation);
        }
      }
    }
    return null;
  }

  private Schema compile(JsonNode operation, int status, String key) {
    JsonNode response = null;
    if (operation != null) {
      response = operation.get("responses").get(Integer.toString(status));
      if (response == null && status >= 400) {
        response = operation.get("responses").get("default");
      }
    } else if (status >= 400) {
      var errors = document.get("components").get("responses");
      response = errors.has("Error") ? errors.get("Error") : errors.get("Problem");
    }
    assertThat(response).as("undocumented answer: " + key).isNotNull();
    if (response.has("$ref")) {
      response = document.at(response.get("$ref").stringValue().substring(1));
    }
    var schema = (ObjectNode) response.get("content").iterator().next().get("schema").deepCopy();
    // References point into the document, so the schema carries its components along.
    schema.set("components", document.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {})
        .getSchema(schema);
  }
}
