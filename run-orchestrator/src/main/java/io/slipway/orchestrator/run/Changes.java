package io.slipway.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which particulars become what; null leaves one as it is. */
public record Changes(
    @Nullable String statusLabel,
    @Nullable List<String> links,
    @Nullable String summary,
    @Nullable String externalRunId,
    @Nullable JsonNode response) {

  /** Leaves everything as it is. */
  public static final Changes NONE = new Changes(null, null, null, null, null);

  /** Only a label. */
  public static Changes label(@Nullable String label) {
    return new Changes(label, null, null, null, null);
  }

  /** Only a response. */
  public static Changes response(JsonNode response) {
    return new Changes(null, null, null, null, response);
  }

  /** True when there is something to change. */
  public boolean any() {
    return statusLabel != null
        || links != null
        || summary != null
        || externalRunId != null
        || response != null;
  }

  Particulars applyTo(Particulars old) {
    return new Particulars(
        statusLabel == null ? old.statusLabel() : statusLabel,
        links == null ? old.links() : links,
        summary == null ? old.summary() : summary,
        externalRunId == null ? old.externalRunId() : externalRunId,
        response == null ? old.response() : response);
  }
}
