package io.slipway.catalog.blueprint.postgres;

import io.slipway.catalog.blueprint.Moderators;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rewrites one property of users; the type json keeps the text of all others. */
@Component
class PostgresModerators implements Moderators {
  private static final String REWRITE =
      """
      update entity
         set properties = (
           select '{' || string_agg(
                    to_json(p.key)::text || ':' ||
                    case when p.key = 'moderated_blueprints'
                         then (select coalesce(json_agg(%s order by m.position), '[]')::text
                                 from json_array_elements_text(p.value)
                                        with ordinality as m (name, position)
                                where %s)
                         else p.value::text
                    end, ',' order by p.position) || '}'
             from json_each(entity.properties::json) with ordinality as p (key, value, position))
        from blueprint b
       where b.organization = :organization and b.identifier = '_user'
         and entity.organization = b.organization and entity.blueprint_id = b.id
         and entity.searchable @>
               jsonb_build_object('moderated_blueprints', jsonb_build_array(:from::text))
      """;
  private static final String RENAME =
      REWRITE.formatted("case when m.name = :from then :to else m.name end", "true");
  private static final String REMOVE = REWRITE.formatted("m.name", "m.name <> :from");

  private final DatabaseClient database;

  PostgresModerators(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> renamed(String organization, String from, String to) {
    return database
        .sql(RENAME)
        .bind("organization", organization)
        .bind("from", from)
        .bind("to", to)
        .then();
  }

  @Override
  public Mono<Void> gone(String organization, String blueprint) {
    return database.sql(REMOVE).bind("organization", organization).bind("from", blueprint).then();
  }
}
