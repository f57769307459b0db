package io.slipway.catalog.entity.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Fact.Subject;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.Related;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only place that knows how an entity lies in a row. */
final class EntityRow {
  /** An entity with the name of its blueprint and all its links. */
  static final String SELECT =
      """
      select e.organization, e.id, e.blueprint_id, b.identifier as blueprint, e.identifier,
             e.title, e.icon, e.team, e.properties, e.datasource,
             e.created_at, e.created_by, e.updated_at, e.updated_by,
             coalesce(
               (select json_agg(json_build_array(l.relation, t.id, t.identifier, t.title)
                                order by l.relation, l.position)
                  from link l
                  join entity t on t.organization = l.organization and t.id = l.target_id
                 where l.organization = e.organization and l.source_id = e.id)::text,
               '[]') as links
        from entity e
        join blueprint b on b.organization = e.organization and b.id = e.blueprint_id
      """;

  private EntityRow() {}

  static Entity read(Readable row) {
    return new Entity(
        text(row, "organization"),
        new Subject(
            text(row, "blueprint_id"),
            text(row, "blueprint"),
            text(row, "id"),
            text(row, "identifier")),
        new Entity.Content(
            text(row, "title"),
            Rows.optional(row, "icon", String.class),
            List.of(Rows.required(row, "team", String[].class)),
            Json.object(text(row, "properties")),
            links(text(row, "links"))),
        text(row, "datasource"),
        new Stamp(
            Rows.required(row, "created_at", Instant.class),
            text(row, "created_by"),
            Rows.required(row, "updated_at", Instant.class),
            text(row, "updated_by")));
  }

  private static Map<String, List<Related>> links(String text) {
    Map<String, List<Related>> links = new LinkedHashMap<>();
    for (var link : Json.parse(text).values()) {
      links
          .computeIfAbsent(link.get(0).stringValue(), relation -> new ArrayList<>())
          .add(
              new Related(
                  link.get(1).stringValue(), link.get(2).stringValue(), link.get(3).stringValue()));
    }
    return links;
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }
}
