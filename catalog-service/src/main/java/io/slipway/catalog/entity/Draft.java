package io.slipway.catalog.entity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity as it will be, before it is known whether the teams and entities that it names exist.
 *
 * @param team as it was said, or null when it stays
 * @param properties all that will be set
 * @param links as they were said, by relation; a relation that is missing here keeps {@code kept}
 * @param kept links that stay
 */
record Draft(
    String identifier,
    String title,
    @Nullable String icon,
    @Nullable List<String> team,
    ObjectNode properties,
    Map<String, List<String>> links,
    Map<String, List<Related>> kept) {}
