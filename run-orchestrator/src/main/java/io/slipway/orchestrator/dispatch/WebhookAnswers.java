package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.dispatch.Delivery.Away;
import io.slipway.orchestrator.dispatch.Delivery.Delivered;
import io.slipway.orchestrator.dispatch.Delivery.Settled;
import io.slipway.orchestrator.run.Changes;
import io.slipway.orchestrator.run.Outcome;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the answers to a webhook mean. */
public final class WebhookAnswers {
  /** Nobody has dealt with it, and somebody may soon. */
  private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429, 502, 503, 504);

  private WebhookAnswers() {}

  /**
   * An answer.
   *
   * @param body as much of it as is kept
   * @param retryAfter what the receiver asked for
   */
  public static Delivery answered(
      WebhookRequest request, int status, String body, @Nullable Duration retryAfter) {
    var masking = request.masking();
    var response = body.isEmpty() ? null : masking.node(value(body));
    if (status / 100 == 2) {
      return request.synchronous()
          ? new Settled(
              Outcome.SUCCESS,
              new Changes(null, null, null, null, response),
              "The webhook answered " + status)
          : new Delivered("The webhook answered " + status);
    }
    var why = "Failed to invoke the webhook with status code: " + status + ".";
    return TRANSIENT.contains(status)
        ? new Away(why, retryAfter, request.patience())
        : new Settled(Outcome.FAILURE, new Changes(null, null, why, null, response), why);
  }

  /** No answer, for a reason that may pass. */
  public static Delivery unanswered(WebhookRequest request, String reason) {
    var why = "Failed to invoke the webhook: " + request.masking().text(reason);
    return new Away(why, null, request.patience());
  }

  /** It will never be called. */
  public static Delivery notAllowed(String reason) {
    return Settled.failed("Failed to invoke the webhook: " + reason);
  }

  private static JsonNode value(String body) {
    try {
      return Json.parse(body);
    } catch (JacksonException noJson) {
      return Json.MAPPER.getNodeFactory().stringNode(body.replace("\0", ""));
    }
  }
}
