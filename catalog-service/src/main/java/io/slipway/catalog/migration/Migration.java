package io.slipway.catalog.migration;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Work on all entities of a blueprint.
 *
 * @param wanted what is to be done
 * @param by who asked for it
 */
public record Migration(
    String organization, String id, Wanted wanted, By by, Progress progress, Instant createdAt) {

  /** Where it is in its life. */
  public enum Status {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILURE,
    CANCELLED;

    /** True when nothing happens any more. */
    boolean isFinal() {
      return this == COMPLETED || this == FAILURE || this == CANCELLED;
    }
  }

  /**
   * What is to be done.
   *
   * @param blueprint identifier of the blueprint when it was asked for
   * @param mapping what entities were to become, or null when they only go
   * @param deleteBlueprint whether the blueprint goes too, in the end
   * @param runId the run in whose name, when one is going on
   */
  public record Wanted(
      String blueprintId,
      String blueprint,
      @Nullable JsonNode mapping,
      boolean deleteBlueprint,
      @Nullable String runId) {}

  /** Who asked, by what audit rows need; the right to do it was seen when it was asked for. */
  public record By(String principal, String kind, @Nullable String email, String origin) {
    static By of(Caller caller) {
      return new By(caller.principal(), caller.kind().name(), caller.email(), caller.origin());
    }

    Caller caller(String organization) {
      return new Caller(
          organization,
          principal,
          Caller.Kind.valueOf(kind),
          email,
          Set.of("Admin"),
          Set.of(),
          origin,
          null);
    }
  }

  /**
   * How far it is.
   *
   * @param done entities that are worked on
   * @param reason why it ended as it did, or null
   */
  public record Progress(
      Status status, long done, long failed, @Nullable String reason, Instant updatedAt) {}

  Migration with(Progress next) {
    return new Migration(organization, id, wanted, by, next, createdAt);
  }

  /** The migration as clients see it. */
  public ObjectNode view() {
    var view = Json.object();
    view.put("id", id);
    view.put("actor", by.principal());
    view.put("sourceBlueprint", wanted.blueprint());
    var mapping = wanted.mapping();
    view.set("mapping", mapping == null ? Json.object() : mapping);
    view.put("status", progress.status().name());
    view.put("deleteBlueprint", wanted.deleteBlueprint());
    view.put("deleteEntities", mapping == null);
    view.put("successCount", progress.done());
    view.put("failureCount", progress.failed());
    var reason = progress.reason();
    if (reason != null) {
      view.put("reason", reason);
    }
    view.put("createdAt", Times.text(createdAt));
    view.put("updatedAt", Times.text(progress.updatedAt()));
    return view;
  }
}
