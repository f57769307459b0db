package io.slipway.chassis.listening;

import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door at which the operator sees what was set aside, and hands it in again by key. */
@RestController
public final class DeadLetterDoor {
  private final DeadLetters deadLetters;
  private final Listening listening;

  public DeadLetterDoor(DeadLetters deadLetters, Listening listening) {
    this.deadLetters = deadLetters;
    this.listening = listening;
  }

  @GetMapping("/internal/dead-letters")
  Mono<JsonNode> list(ServerWebExchange exchange) {
    operatorOnly(exchange);
    return deadLetters
        .open()
        .map(
            letter -> {
              JsonNode view =
                  Json.object()
                      .put("topic", letter.message().topic())
                      .put("key", letter.message().key())
                      .put("eventId", letter.message().eventId())
                      .put("partition", letter.message().partition())
                      .put("offset", letter.message().offset())
                      .put("reason", letter.reason())
                      .put("behind", letter.behind());
              return view;
            })
        .collectList()
        .map(
            letters -> {
              var answer = Json.object().put("ok", true);
              answer.putArray("deadLetters").addAll(letters);
              return answer;
            });
  }

  @PostMapping("/internal/dead-letters/redrive")
  Mono<JsonNode> redrive(ServerWebExchange exchange, @RequestBody JsonNode body) {
    operatorOnly(exchange);
    var topic = Json.string(body, "topic");
    var key = Json.string(body, "key");
    if (topic == null || key == null) {
      throw Refusal.invalid("topic, key", "are required");
    }
    return listening
        .redrive(topic, key)
        .map(count -> Json.object().put("ok", true).put("redriven", count));
  }

  private static void operatorOnly(ServerWebExchange exchange) {
    if (!DoorTokens.OPERATOR.equals(DoorFilter.issuer(exchange))) {
      throw Refusal.forbidden("Only the operator may see or redrive dead letters");
    }
  }
}
