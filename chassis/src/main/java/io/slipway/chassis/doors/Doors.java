package io.slipway.chassis.doors;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks another service. The answer is JSON; an error of the other side comes back as the {@link
 * Refusal} it was, and a service that is away as 503.
 */
public final class Doors {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebClient http;
  private final DoorSettings settings;
  private final DoorTokens tokens;

  public Doors(WebClient http, DoorSettings settings, DoorTokens tokens) {
    this.http = http;
    this.settings = settings;
    this.tokens = tokens;
  }

  /** GET of an encoded path (with query), on behalf of a caller. */
  public Mono<JsonNode> get(Service service, String path, Caller caller) {
    return exchange(HttpMethod.GET, service, path, caller, null);
  }

  /** POST of a JSON body. */
  public Mono<JsonNode> post(Service service, String path, Caller caller, JsonNode body) {
    return exchange(HttpMethod.POST, service, path, caller, body);
  }

  /** PUT of a JSON body. */
  public Mono<JsonNode> put(Service service, String path, Caller caller, JsonNode body) {
    return exchange(HttpMethod.PUT, service, path, caller, body);
  }

  private Mono<JsonNode> exchange(
      HttpMethod method,
      Service service,
      String path,
      Caller caller,
      @org.jspecify.annotations.Nullable JsonNode body) {
    var request =
        http.method(method)
            .uri(java.net.URI.create(settings.of(service) + path))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.issue(service, caller))
            .accept(MediaType.APPLICATION_JSON);
    var sent =
        body == null
            ? request
            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(Json.text(body));
    return sent.exchangeToMono(answer -> answer(service, answer))
        .timeout(PATIENCE)
        .onErrorMap(WebClientRequestException.class, failure -> away(service))
        .onErrorMap(TimeoutException.class, failure -> away(service));
  }

  private static Mono<JsonNode> answer(Service service, ClientResponse response) {
    return response
        .bodyToMono(byte[].class)
        .defaultIfEmpty(new byte[0])
        .map(
            bytes -> {
              var status = response.statusCode().value();
              if (response.statusCode().is2xxSuccessful()) {
                return bytes.length == 0 ? Json.object() : Json.parse(bytes);
              }
              throw refusal(service, status, bytes);
            });
  }

  private static Refusal refusal(Service service, int status, byte[] bytes) {
    if (status == 502 || status == 503 || status == 504) {
      return away(service);
    }
    try {
      var body = Json.parse(bytes);
      var code = Json.string(body, "error");
      var message = Json.string(body, "message");
      var details = body.get("details");
      if (code != null && message != null) {
        return details == null
            ? Refusal.of(status, code, message)
            : Refusal.of(status, code, message, details);
      }
    } catch (tools.jackson.core.JacksonException notOurs) {
      // falls through: the answer was not one of ours
    }
    return Refusal.of(status, "internal_error", service.id() + " answered " + status);
  }

  private static Refusal away(Service service) {
    return Refusal.unavailable(service.id() + " is away; try again in a moment");
  }
}
