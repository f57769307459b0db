package io.slipway.notifier.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run moved to another status.
 *
 * @param wasWaiting true when it waited for approval before
 * @param by who moved it
 * @param run as a reader of the API sees it now
 */
public record RunMove(
    String organization,
    String runId,
    boolean wasWaiting,
    Status to,
    Requester by,
    JsonNode run,
    Instant at) {

  /** The statuses that are worth telling. */
  public enum Status {
    IN_PROGRESS,
    SUCCESS,
    FAILURE,
    DECLINED
  }

  /** What the voter gave as a reason; null when there is none. */
  @Nullable String reason() {
    var approval = run.path("approval");
    var reason = approval.path("description").asString("");
    return reason.isBlank() ? null : reason;
  }

  AboutRun about(Watch watch) {
    return new AboutRun(organization, runId, watch.actionTitle(), run, at);
  }
}
