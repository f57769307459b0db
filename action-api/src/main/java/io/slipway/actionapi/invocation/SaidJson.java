package io.slipway.actionapi.invocation;

import io.slipway.chassis.json.Json;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** An event as it passes a door. */
public final class SaidJson {
  private SaidJson() {}

  public static JsonNode of(Said said) {
    var event = Json.object();
    event.put("eventId", said.eventId());
    event.put("key", said.key());
    var headers = event.putObject("headers");
    said.headers().forEach(headers::put);
    event.put("payload", Base64.getEncoder().encodeToString(said.payload()));
    return event;
  }
}
