package io.slipway.catalog.entity.postgres;

import io.slipway.catalog.entity.Entities.Incoming;
import io.slipway.catalog.entity.Entity;
import io.slipway.chassis.rows.Rows;
import java.util.ArrayList;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Links as rows, one each. */
final class Links {
  /** All in one statement, however many there are. */
  private static final String INSERT =
      """
      insert into link (organization, source_id, relation, position, target_id)
      select :organization, :source, l.relation, l.position::integer, l.target
        from unnest(:relations, :targets) with ordinality as l (relation, target, position)
      """;

  private static final String DELETE_OF =
      "delete from link where organization = :organization and source_id = :source";
  private static final String DELETE_TO =
      "delete from link where organization = :organization and target_id = any (:targets)";
  private static final String INCOMING =
      """
      select l.source_id, e.blueprint_id, l.relation, l.target_id
        from link l join entity e on e.organization = l.organization and e.id = l.source_id
       where l.organization = :organization and l.target_id = any (:targets)
       order by e.seq
      """;

  private final DatabaseClient database;

  Links(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> insert(Entity entity) {
    var relations = new ArrayList<String>();
    var targets = new ArrayList<String>();
    entity
        .content()
        .relations()
        .forEach(
            (relation, ends) ->
                ends.forEach(
                    end -> {
                      relations.add(relation);
                      targets.add(end.id());
                    }));
    if (relations.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(INSERT)
        .bind("organization", entity.organization())
        .bind("source", entity.id())
        .bind("relations", relations.toArray(String[]::new))
        .bind("targets", targets.toArray(String[]::new))
        .then();
  }

  Mono<Void> deleteOf(Entity entity) {
    return database
        .sql(DELETE_OF)
        .bind("organization", entity.organization())
        .bind("source", entity.id())
        .then();
  }

  Mono<Void> deleteTo(String organization, String[] targets) {
    return database
        .sql(DELETE_TO)
        .bind("organization", organization)
        .bind("targets", targets)
        .then();
  }

  Flux<Incoming> incoming(String organization, Collection<String> targets) {
    return database
        .sql(INCOMING)
        .bind("organization", organization)
        .bind("targets", targets.toArray(String[]::new))
        .map(
            row ->
                new Incoming(
                    Rows.required(row, "source_id", String.class),
                    Rows.required(row, "blueprint_id", String.class),
                    Rows.required(row, "relation", String.class),
                    Rows.required(row, "target_id", String.class)))
        .all();
  }
}
