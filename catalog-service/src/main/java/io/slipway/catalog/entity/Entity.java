package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Fact.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A thing of a kind.
 *
 * @param subject by all its names
 * @param datasource the program that wrote it last, as it called itself
 */
public record Entity(
    String organization, Subject subject, Content content, String datasource, Stamp stamp) {

  /**
   * What is written about an entity.
   *
   * @param team identifiers of the teams that own it
   * @param properties those that are set, each value as it was sent
   * @param relations links in their order; a relation without links may be missing
   */
  public record Content(
      String title,
      @Nullable String icon,
      List<String> team,
      ObjectNode properties,
      Map<String, List<Related>> relations) {

    public Content {
      team = List.copyOf(team);
      relations = Map.copyOf(relations);
    }

    /** The links of one relation; empty when there are none. */
    public List<Related> links(String relation) {
      return relations.getOrDefault(relation, List.of());
    }
  }

  public String id() {
    return subject.entityId();
  }

  public String identifier() {
    return subject.identifier();
  }
}
