package io.slipway.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are asked for, newest first; null and empty mean any.
 *
 * @param active only those that have not ended
 * @param sources of {@code UI}, {@code API}, {@code AUTOMATION}
 */
public record RunQuery(
    @Nullable String action,
    @Nullable String blueprint,
    @Nullable String entity,
    boolean active,
    @Nullable String userId,
    @Nullable String userEmail,
    @Nullable String externalRunId,
    List<String> sources,
    int limit) {

  public RunQuery {
    sources = List.copyOf(sources);
  }
}
