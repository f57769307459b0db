package io.slipway.catalog.change;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something that happened to the catalog. */
public sealed interface Fact {

  /** What happened, in the words of audit rows. */
  enum Kind {
    CREATE,
    UPDATE,
    DELETE
  }

  /** Where a change is told besides our own topics; null when nowhere. */
  @Nullable JsonNode destination();

  /**
   * An entity by all its names.
   *
   * @param blueprintId internal id of its blueprint
   * @param entityId internal id, which survives renames
   */
  record Subject(String blueprintId, String blueprint, String entityId, String identifier) {}

  /** An entity was made, changed or deleted; before and after as a reader sees them. */
  record EntityFact(
      Kind kind,
      Subject subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      @Nullable JsonNode destination)
      implements Fact {}

  /**
   * A timer property ran out.
   *
   * @param value the text of the moment, as it was written
   */
  record TimerFact(
      Subject subject,
      String property,
      String value,
      JsonNode entity,
      @Nullable JsonNode destination)
      implements Fact {}

  /**
   * A scorecard, webhook or integration was made, changed or deleted. It is no fact about the
   * catalog's entities, so only the audit log knows it.
   *
   * @param resource what it is, in the word of audit rows
   */
  record DefinitionFact(
      Kind kind,
      String resource,
      String identifier,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  /**
   * A blueprint was made, changed or deleted.
   *
   * @param identifier after a rename the new one
   * @param previous the identifier before a rename, else null
   */
  record BlueprintFact(
      Kind kind,
      String blueprintId,
      String identifier,
      @Nullable String previous,
      @Nullable JsonNode before,
      @Nullable JsonNode after)
      implements Fact {

    @Override
    public @Nullable JsonNode destination() {
      var definition = after == null ? before : after;
      return definition == null ? null : definition.get("changelogDestination");
    }
  }
}
