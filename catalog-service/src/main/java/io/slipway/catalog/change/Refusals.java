package io.slipway.catalog.change;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes down refusals that are somebody's mistake or somebody's lack of rights. */
public final class Refusals {
  private final Ledger ledger;

  public Refusals(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What was to be done.
   *
   * @param entity as far as it was named
   */
  public record Attempt(
      Fact.Kind kind, String blueprint, @Nullable String entity, JsonNode attempted) {

    private String resource() {
      return entity == null ? "blueprint" : "entity";
    }
  }

  /** The refusal again, once it has been written down; outside of what was rolled back. */
  public <T> Mono<T> noted(Refusal refusal, Attempt attempt, Doing doing) {
    if (refusal.status() != 403 && refusal.status() != 422) {
      return Mono.error(refusal);
    }
    var context = Json.object();
    context.put("blueprint", storable(attempt.blueprint()));
    var entity = attempt.entity();
    if (entity != null && !entity.isEmpty()) {
      context.put("entity", storable(entity));
    }
    var run = doing.runId();
    if (run != null) {
      context.put("runId", run);
    }
    return ledger
        .noteRefused(
            attempt.kind(),
            attempt.resource(),
            context,
            attempt.attempted(),
            storable(refusal.sentence()),
            doing)
        .then(Mono.error(refusal));
  }

  private static String storable(String text) {
    return text.replace("\0", "");
  }
}
