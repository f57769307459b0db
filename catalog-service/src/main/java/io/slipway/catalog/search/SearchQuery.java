package io.slipway.catalog.search;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A question about entities. */
public sealed interface SearchQuery {

  /** Several questions at once; without any, everything matches. */
  record Group(boolean all, List<SearchQuery> rules) implements SearchQuery {}

  /**
   * A question about one property.
   *
   * @param negated whether exactly those are wanted that do not match; unset ones are among them
   */
  record Test(Operand operand, Comparison comparison, boolean negated) implements SearchQuery {}

  /** What is looked at. */
  sealed interface Operand {
    /** A property that the blueprint declares. */
    record Property(String name) implements Operand {}

    /** Something that every entity has. */
    record Meta(MetaProperty name) implements Operand {}
  }

  /** What every entity has, by the names that rules use for it. */
  enum MetaProperty {
    IDENTIFIER,
    TITLE,
    ICON,
    BLUEPRINT,
    TEAM,
    DATASOURCE,
    CREATED_BY,
    UPDATED_BY
  }

  /** What it is held against. */
  sealed interface Comparison {
    /** Equal to a scalar; a list is equal when one of its elements is. */
    record Equal(JsonNode value) implements Comparison {}

    /** Equal to one of several scalars. */
    record OneOf(List<JsonNode> values) implements Comparison {}

    /** A text that has this in it, or a list that has this among its elements. */
    record Contains(JsonNode value) implements Comparison {}

    /** Unset. */
    record Empty() implements Comparison {}
  }
}
