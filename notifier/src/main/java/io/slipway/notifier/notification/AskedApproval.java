package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People are asked to approve a run.
 *
 * @param people empty when nobody may vote
 * @param inputs as people may see them; secrets are masked in it
 * @param how the action wants them to be told; null when it does not say
 * @param reminder 0 at the first time
 */
public record AskedApproval(
    AboutRun about,
    Requester requester,
    List<Addressee> people,
    JsonNode inputs,
    @Nullable JsonNode how,
    int reminder) {

  public AskedApproval {
    people = List.copyOf(people);
  }

  /** Where a system wants to be told instead of people; null when it is people. */
  public @Nullable String webhookUrl() {
    return how != null && "webhook".equals(Json.string(how, "type"))
        ? Json.string(how, "url")
        : null;
  }

  /** True when that system is Slack. */
  public boolean forSlack() {
    return how != null && "slack".equals(Json.string(how, "format"));
  }
}
