package io.slipway.catalog.blueprint.postgres;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.StoredValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rewrites keys; the type json keeps the text of every value, and their order. */
@Component
class PostgresStoredValues implements StoredValues {
  private static final String RENAME_PROPERTY =
      """
      update entity
         set properties = (
           select '{' || string_agg(
                    to_json(case when p.key = :from then :to else p.key end)::text
                      || ':' || p.value::text, ',' order by p.position) || '}'
             from json_each(entity.properties::json) with ordinality as p (key, value, position))
       where organization = :organization and blueprint_id = :id
         and jsonb_exists(searchable, :from)
      """;
  private static final String RENAME_TIMERS =
      """
      update timer set property = :to
        from entity e
       where e.organization = :organization and e.blueprint_id = :id
         and timer.organization = e.organization and timer.entity_id = e.id
         and timer.property = :from
      """;
  private static final String RENAME_LINKS =
      """
      update link set relation = :to
        from entity e
       where e.organization = :organization and e.blueprint_id = :id
         and link.organization = e.organization and link.source_id = e.id
         and link.relation = :from
      """;

  private final DatabaseClient database;

  PostgresStoredValues(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> renameProperty(Blueprint blueprint, String from, String to) {
    return rename(RENAME_PROPERTY, blueprint, from, to)
        .then(rename(RENAME_TIMERS, blueprint, from, to));
  }

  @Override
  public Mono<Void> renameRelation(Blueprint blueprint, String from, String to) {
    return rename(RENAME_LINKS, blueprint, from, to);
  }

  private Mono<Void> rename(String sql, Blueprint blueprint, String from, String to) {
    return database
        .sql(sql)
        .bind("organization", blueprint.organization())
        .bind("id", blueprint.id())
        .bind("from", from)
        .bind("to", to)
        .then();
  }
}
