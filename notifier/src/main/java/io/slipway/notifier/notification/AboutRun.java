package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The run that something is told about.
 *
 * @param run as a reader of the API sees it; secrets are masked in it
 * @param at when that which is told happened
 */
public record AboutRun(
    String organization, String runId, String actionTitle, JsonNode run, Instant at) {

  /** The title of the entity that it acts on, else its identifier; null when there is none. */
  public @Nullable String entityTitle() {
    var entity = run.path("entity");
    var title = Json.string(entity, "title");
    return title == null || title.isBlank() ? Json.string(entity, "identifier") : title;
  }
}
