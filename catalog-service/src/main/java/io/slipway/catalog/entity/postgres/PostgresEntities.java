package io.slipway.catalog.entity.postgres;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.Related;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresEntities implements Entities {
  private static final String FIND =
      EntityRow.SELECT
          + """
          where e.organization = :organization and e.blueprint_id = :blueprint
            and e.lookup = :lookup
          """;
  private static final String LOCK = FIND + "for update of e";
  private static final String ALL =
      EntityRow.SELECT
          + """
          where e.organization = :organization and e.blueprint_id = :blueprint
          order by e.seq
          """;
  private static final String BY_ID =
      EntityRow.SELECT
          + """
          where e.organization = :organization and e.id = any (:ids)
          order by e.seq
          """;
  private static final String ENDS =
      """
      select id, identifier, title from entity
       where organization = :organization and blueprint_id = :blueprint and lookup = any (:wanted)
      """;
  private static final String TITLED =
      """
      select id, identifier, title from entity
       where organization = :organization and blueprint_id = :blueprint and title = any (:wanted)
       order by seq desc
      """;
  private static final String INSERT =
      """
      insert into entity
        (organization, id, blueprint_id, identifier, lookup, title, icon, team, properties,
         datasource, created_at, created_by, updated_at, updated_by)
      values
        (:organization, :id, :blueprint, :identifier, :lookup, :title, :icon, :team, :properties,
         :datasource, :created_at, :created_by, :updated_at, :updated_by)
      """;
  private static final String UPDATE =
      """
      update entity
         set identifier = :identifier, lookup = :lookup, title = :title, icon = :icon,
             team = :team, properties = :properties, datasource = :datasource,
             created_at = :created_at, created_by = :created_by,
             updated_at = :updated_at, updated_by = :updated_by
       where organization = :organization and id = :id and blueprint_id = :blueprint
      """;
  private static final String DELETE =
      "delete from entity where organization = :organization and id = any (:ids)";
  private static final String DISOWN =
      """
      update entity set team = array_remove(team, :team)
       where organization = :organization and team @> array[:team]::text[]
      """;

  private final DatabaseClient database;
  private final Links links;

  PostgresEntities(DatabaseClient database) {
    this.database = database;
    this.links = new Links(database);
  }

  @Override
  public Mono<Entity> find(Blueprint blueprint, String identifier) {
    return one(FIND, blueprint, identifier);
  }

  @Override
  public Mono<Entity> lock(Blueprint blueprint, String identifier) {
    return one(LOCK, blueprint, identifier);
  }

  private Mono<Entity> one(String sql, Blueprint blueprint, String identifier) {
    return of(sql, blueprint)
        .bind("lookup", blueprint.lookup(identifier))
        .map(EntityRow::read)
        .one();
  }

  @Override
  public Flux<Entity> all(Blueprint blueprint) {
    return of(ALL, blueprint).map(EntityRow::read).all();
  }

  @Override
  public Flux<Entity> byId(String organization, Collection<String> ids) {
    return database
        .sql(BY_ID)
        .bind("organization", organization)
        .bind("ids", ids.toArray(String[]::new))
        .map(EntityRow::read)
        .all();
  }

  @Override
  public Flux<Related> ends(Blueprint blueprint, Collection<String> identifiers) {
    return related(ENDS, blueprint, identifiers.stream().map(blueprint::lookup).toList());
  }

  @Override
  public Flux<Related> titled(Blueprint blueprint, Collection<String> titles) {
    return related(TITLED, blueprint, titles);
  }

  private Flux<Related> related(String sql, Blueprint blueprint, Collection<String> wanted) {
    return of(sql, blueprint)
        .bind("wanted", wanted.toArray(String[]::new))
        .map(
            row ->
                new Related(
                    Rows.required(row, "id", String.class),
                    Rows.required(row, "identifier", String.class),
                    Rows.required(row, "title", String.class)))
        .all();
  }

  @Override
  public Mono<Void> insert(Entity entity) {
    return keep(INSERT, entity).then(links.insert(entity));
  }

  @Override
  public Mono<Void> update(Entity entity) {
    return keep(UPDATE, entity).then(links.deleteOf(entity)).then(links.insert(entity));
  }

  private Mono<Void> keep(String sql, Entity entity) {
    var subject = entity.subject();
    var content = entity.content();
    var stamp = entity.stamp();
    var lookup =
        subject.blueprint().equals(Blueprint.USER)
            ? subject.identifier().toLowerCase(Locale.ROOT)
            : subject.identifier();
    var row =
        database
            .sql(sql)
            .bind("organization", entity.organization())
            .bind("id", subject.entityId())
            .bind("blueprint", subject.blueprintId())
            .bind("identifier", subject.identifier())
            .bind("lookup", lookup)
            .bind("title", content.title())
            .bind("team", content.team().toArray(String[]::new))
            .bind("properties", Json.text(content.properties()))
            .bind("datasource", entity.datasource())
            .bind("created_at", stamp.createdAt().atOffset(ZoneOffset.UTC))
            .bind("created_by", stamp.createdBy())
            .bind("updated_at", stamp.updatedAt().atOffset(ZoneOffset.UTC))
            .bind("updated_by", stamp.updatedBy());
    var icon = content.icon();
    return (icon == null ? row.bindNull("icon", String.class) : row.bind("icon", icon)).then();
  }

  @Override
  public Flux<Incoming> incoming(String organization, Collection<String> ids) {
    return links.incoming(organization, ids);
  }

  @Override
  public Mono<Void> delete(String organization, List<Entity> entities) {
    var ids = entities.stream().map(Entity::id).toArray(String[]::new);
    return links
        .deleteTo(organization, ids)
        .then(database.sql(DELETE).bind("organization", organization).bind("ids", ids).then());
  }

  @Override
  public Mono<Void> disown(String organization, String team) {
    return database.sql(DISOWN).bind("organization", organization).bind("team", team).then();
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, Blueprint blueprint) {
    return database
        .sql(sql)
        .bind("organization", blueprint.organization())
        .bind("blueprint", blueprint.id());
  }
}
