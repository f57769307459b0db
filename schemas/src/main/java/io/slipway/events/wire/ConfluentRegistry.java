package io.slipway.events.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we ask of a registry, in Confluent's API, which Apicurio and others serve as well.
 *
 * <p>It does not remember answers. "There is no such schema" is believed only when the registry
 * itself says so by its own error code; a 404 of anything that stands in front of it counts as
 * being unavailable.
 */
public final class ConfluentRegistry {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final int NO_SUBJECT = 40401;
  private static final int NO_SCHEMA = 40403;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RegistryAddress address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  public ConfluentRegistry(RegistryAddress address) {
    this.address = address;
  }

  /** The id of exactly this schema under the subject, if it was registered. */
  public Optional<Integer> idOf(String subject, String schema) {
    var answer = send("POST", "/subjects/" + segment(subject), Map.of("schema", schema));
    return answer.isMissing()
        ? Optional.empty()
        : Optional.of(answer.ok().required("id").intValue());
  }

  /** The schema with this id, if there is one. */
  public Optional<String> schema(long id) {
    var answer = send("GET", "/schemas/ids/" + id, null);
    return answer.isMissing()
        ? Optional.empty()
        : Optional.of(answer.ok().required("schema").stringValue());
  }

  /** From now on the subject takes only versions that are this compatible with those it has. */
  public void demand(String subject, String compatibility) {
    send("PUT", "/config/" + segment(subject), Map.of("compatibility", compatibility)).ok();
  }

  /** Registers the schema; one that is there already keeps its id. */
  public int register(String subject, String schema) {
    var path = "/subjects/" + segment(subject) + "/versions";
    var answer = send("POST", path, Map.of("schema", schema));
    if (answer.status() == 409 || answer.status() == 422) {
      throw new SchemaRefused(subject, answer.status() == 409, answer.message());
    }
    return answer.ok().required("id").intValue();
  }

  /** The schemas that the subject has had, oldest first. */
  public List<Version> versions(String subject) {
    var path = "/subjects/" + segment(subject) + "/versions";
    var numbers = send("GET", path, null);
    var versions = new ArrayList<Version>();
    if (!numbers.isMissing()) {
      for (var number : numbers.ok()) {
        var version = send("GET", path + "/" + number.intValue(), null).ok();
        versions.add(new Version(number.intValue(), version.required("schema").stringValue()));
      }
    }
    return versions;
  }

  /** One schema in the story of a subject. */
  public record Version(int number, String schema) {}

  private Answer send(String method, String path, @Nullable Object body) {
    var publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body));
    var request =
        HttpRequest.newBuilder(address.at(path))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .header("Accept", "application/vnd.schemaregistry.v1+json, application/json")
            .method(method, publisher);
    address.authorization().ifPresent(secret -> request.header("Authorization", secret));
    var what = method + " " + address.at(path);
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(what, response.statusCode(), parsed(response.body()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailable(what + " was interrupted", new InterruptedIOException(what));
    } catch (IOException e) {
      throw new RegistryUnavailable(what + " did not get through: " + e, e);
    }
  }

  /**
   * What is no JSON becomes an empty object: then every question about it has the answer
   * "unexpected".
   */
  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return JSON.createObjectNode();
    }
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private record Answer(String what, int status, JsonNode body) {

    boolean isMissing() {
      var code = body.path("error_code").asInt(0);
      return status == 404 && (code == NO_SUBJECT || code == NO_SCHEMA);
    }

    String message() {
      return body.path("message").asString("no reason was given");
    }

    JsonNode ok() {
      if (status != 200 || body.isEmpty()) {
        throw new RegistryUnavailable(what + " was answered " + status + ": " + message());
      }
      return body;
    }
  }
}
