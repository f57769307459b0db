package io.slipway.catalog.blueprint.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresBlueprints implements Blueprints {
  private static final String ALL =
      "select * from blueprint where organization = :organization order by seq";
  private static final String FIND =
      "select * from blueprint where organization = :organization and identifier = :identifier";
  private static final String HOLD = FIND + " for share";

  /** Editors of one organisation's blueprints take turns; there are few of them. */
  private static final String TAKE_TURN =
      "select pg_advisory_xact_lock(hashtextextended('blueprints of ' || :organization, 0))::text";

  /** Waits for writers of entities, who hold the definition that they obey. */
  private static final String ALL_TO_EDIT =
      """
      select * from blueprint where organization = :organization order by seq
      for update
      """;

  private static final String INSERT =
      """
      insert into blueprint
        (organization, id, identifier, definition, team_path,
         created_at, created_by, updated_at, updated_by)
      values
        (:organization, :id, :identifier, :definition, :team_path,
         :created_at, :created_by, :updated_at, :updated_by)
      """;
  private static final String UPDATE =
      """
      update blueprint
         set identifier = :identifier, definition = :definition, team_path = :team_path,
             created_at = :created_at, created_by = :created_by,
             updated_at = :updated_at, updated_by = :updated_by
       where organization = :organization and id = :id
      """;
  private static final String DELETE =
      "delete from blueprint where organization = :organization and id = :id";
  private static final String COUNT =
      "select count(*) from entity where organization = :organization and blueprint_id = :id";
  private static final String SEVERAL =
      """
      select count(*) from (
        select l.source_id
          from link l join entity e on e.organization = l.organization and e.id = l.source_id
         where e.organization = :organization and e.blueprint_id = :id and l.relation = :relation
         group by l.source_id having count(*) > 1) with_several
      """;

  /** The type json, unlike jsonb, keeps the text of what stays. */
  private static final String DROP_PROPERTIES =
      """
      update entity
         set properties = (
           select '{' || coalesce(string_agg(to_json(p.key)::text || ':' || p.value::text, ','
                                             order by p.position), '') || '}'
             from json_each(entity.properties::json) with ordinality as p (key, value, position)
            where p.key <> all (:properties))
       where organization = :organization and blueprint_id = :id
         and jsonb_exists_any(searchable, :properties)
      """;

  private static final String DROP_TIMERS =
      """
      delete from timer using entity e
       where e.organization = :organization and e.blueprint_id = :id
         and timer.organization = e.organization and timer.entity_id = e.id
         and timer.property = any (:properties)
      """;
  private static final String DROP_LINKS =
      """
      delete from link using entity e
       where e.organization = :organization and e.blueprint_id = :id
         and link.organization = e.organization and link.source_id = e.id
         and link.relation = any (:relations)
      """;

  private final DatabaseClient database;

  PostgresBlueprints(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Blueprint> all(String organization) {
    return database.sql(ALL).bind("organization", organization).map(PostgresBlueprints::read).all();
  }

  @Override
  public Mono<Blueprint> find(String organization, String identifier) {
    return one(FIND, organization, identifier);
  }

  @Override
  public Mono<Blueprint> hold(String organization, String identifier) {
    return one(HOLD, organization, identifier);
  }

  @Override
  public Flux<Blueprint> allToEdit(String organization) {
    return database
        .sql(TAKE_TURN)
        .bind("organization", organization)
        .then()
        .thenMany(
            database
                .sql(ALL_TO_EDIT)
                .bind("organization", organization)
                .map(PostgresBlueprints::read)
                .all());
  }

  @Override
  public Mono<Void> insert(Blueprint blueprint) {
    return keep(INSERT, blueprint);
  }

  @Override
  public Mono<Void> update(Blueprint blueprint) {
    return keep(UPDATE, blueprint);
  }

  @Override
  public Mono<Void> delete(Blueprint blueprint) {
    return about(DELETE, blueprint).then();
  }

  @Override
  public Mono<Long> entities(Blueprint blueprint) {
    return about(COUNT, blueprint).mapValue(Long.class).one();
  }

  @Override
  public Mono<Long> entitiesWithSeveral(Blueprint blueprint, String relation) {
    return about(SEVERAL, blueprint).bind("relation", relation).mapValue(Long.class).one();
  }

  @Override
  public Mono<Void> dropProperties(Blueprint blueprint, Set<String> properties) {
    if (properties.isEmpty()) {
      return Mono.empty();
    }
    var names = properties.toArray(String[]::new);
    return about(DROP_PROPERTIES, blueprint)
        .bind("properties", names)
        .then()
        .then(about(DROP_TIMERS, blueprint).bind("properties", names).then());
  }

  @Override
  public Mono<Void> dropRelations(Blueprint blueprint, Set<String> relations) {
    return relations.isEmpty()
        ? Mono.empty()
        : about(DROP_LINKS, blueprint).bind("relations", relations.toArray(String[]::new)).then();
  }

  private Mono<Blueprint> one(String sql, String organization, String identifier) {
    return database
        .sql(sql)
        .bind("organization", organization)
        .bind("identifier", identifier)
        .map(PostgresBlueprints::read)
        .one();
  }

  private Mono<Void> keep(String sql, Blueprint blueprint) {
    var stamp = blueprint.stamp();
    var path = blueprint.teamPath();
    var row = about(sql, blueprint);
    row =
        path.isEmpty()
            ? row.bindNull("team_path", String[].class)
            : row.bind("team_path", path.toArray(String[]::new));
    return row.bind("identifier", blueprint.identifier())
        .bind("definition", Json.text(blueprint.definition()))
        .bind("created_at", stamp.createdAt().atOffset(ZoneOffset.UTC))
        .bind("created_by", stamp.createdBy())
        .bind("updated_at", stamp.updatedAt().atOffset(ZoneOffset.UTC))
        .bind("updated_by", stamp.updatedBy())
        .then();
  }

  private DatabaseClient.GenericExecuteSpec about(String sql, Blueprint blueprint) {
    return database
        .sql(sql)
        .bind("organization", blueprint.organization())
        .bind("id", blueprint.id());
  }

  private static Blueprint read(Readable row) {
    return new Blueprint(
        Rows.required(row, "organization", String.class),
        Rows.required(row, "id", String.class),
        Rows.required(row, "identifier", String.class),
        Json.object(Rows.required(row, "definition", String.class)),
        new Stamp(
            Rows.required(row, "created_at", Instant.class),
            Rows.required(row, "created_by", String.class),
            Rows.required(row, "updated_at", Instant.class),
            Rows.required(row, "updated_by", String.class)));
  }
}
