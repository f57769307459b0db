package io.slipway.catalog.entity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client said about an entity; only {@link EntityReader} makes one, so its shape has been
 * checked. A null component was not said, while the text in a {@link Said} may be null because the
 * client said so.
 *
 * @param team identifiers or names of teams
 * @param properties by name, null values included
 * @param relations identifiers of the other ends; an empty list clears
 * @param warnings what was said and will not be kept
 */
public record EntityInput(
    @Nullable String identifier,
    @Nullable Said title,
    @Nullable Said icon,
    @Nullable List<String> team,
    Map<String, JsonNode> properties,
    Map<String, List<String>> relations,
    List<String> warnings) {

  /** A text that was said, perhaps to be none. */
  public record Said(@Nullable String text) {}
}
