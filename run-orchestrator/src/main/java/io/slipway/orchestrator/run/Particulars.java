package io.slipway.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a backend has told about a run besides how it ended.
 *
 * @param response the stored answer of a backend that answers
 */
public record Particulars(
    @Nullable String statusLabel,
    List<String> links,
    @Nullable String summary,
    @Nullable String externalRunId,
    @Nullable JsonNode response) {

  /** Nothing told yet. */
  public static final Particulars NONE = new Particulars(null, List.of(), null, null, null);

  public Particulars {
    links = List.copyOf(links);
  }

  /** With a label, if there is none. */
  Particulars labelledAtLeast(String label) {
    return statusLabel != null
        ? this
        : new Particulars(label, links, summary, externalRunId, response);
  }

  /** With the reason why it failed. */
  Particulars summarized(String why) {
    return new Particulars(statusLabel, links, why, externalRunId, response);
  }
}
