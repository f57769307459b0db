package io.slipway.catalog.definition.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.definition.Definition;
import io.slipway.catalog.definition.Definition.Kind;
import io.slipway.catalog.definition.Definitions;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresDefinitions implements Definitions {
  private static final String OF_KIND =
      "select * from definition where organization = :organization and kind = :kind";
  private static final String OF_SCOPE =
      OF_KIND + " and blueprint_id is not distinct from :blueprint";
  private static final String ORDER = " order by seq";
  private static final String FIND = OF_SCOPE + " and identifier = :identifier for update";
  private static final String INSERT =
      """
      insert into definition
        (organization, kind, id, blueprint_id, identifier, body,
         created_at, created_by, updated_at, updated_by)
      values
        (:organization, :kind, :id, :blueprint, :identifier, :body,
         :created_at, :created_by, :updated_at, :updated_by)
      """;
  private static final String UPDATE =
      """
      update definition
         set identifier = :identifier, body = :body, updated_at = :updated_at,
             updated_by = :updated_by
       where organization = :organization and id = :id
      """;
  private static final String DELETE =
      "delete from definition where organization = :organization and id = :id";

  private final DatabaseClient database;
  private final SealedSecrets secrets;

  PostgresDefinitions(DatabaseClient database, SealedSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  @Override
  public Flux<Definition> all(Scope scope) {
    return of(OF_SCOPE + ORDER, scope).map(this::read).all();
  }

  @Override
  public Flux<Definition> everywhere(String organization, Kind kind) {
    return database
        .sql(OF_KIND + ORDER)
        .bind("organization", organization)
        .bind("kind", kind.name())
        .map(this::read)
        .all();
  }

  @Override
  public Mono<Definition> find(Scope scope, String identifier) {
    return of(FIND, scope).bind("identifier", identifier).map(this::read).one();
  }

  @Override
  public Mono<Void> insert(Definition definition) {
    var stamp = definition.stamp();
    var row =
        database
            .sql(INSERT)
            .bind("organization", definition.organization())
            .bind("kind", definition.kind().name())
            .bind("id", definition.id())
            .bind("identifier", definition.identifier())
            .bind("body", kept(definition))
            .bind("created_at", stamp.createdAt().atOffset(ZoneOffset.UTC))
            .bind("created_by", stamp.createdBy())
            .bind("updated_at", stamp.updatedAt().atOffset(ZoneOffset.UTC))
            .bind("updated_by", stamp.updatedBy());
    return blueprint(row, definition.blueprintId()).then();
  }

  @Override
  public Mono<Void> update(Definition definition) {
    return database
        .sql(UPDATE)
        .bind("organization", definition.organization())
        .bind("id", definition.id())
        .bind("identifier", definition.identifier())
        .bind("body", kept(definition))
        .bind("updated_at", definition.stamp().updatedAt().atOffset(ZoneOffset.UTC))
        .bind("updated_by", definition.stamp().updatedBy())
        .then();
  }

  @Override
  public Mono<Void> delete(Definition definition) {
    return database
        .sql(DELETE)
        .bind("organization", definition.organization())
        .bind("id", definition.id())
        .then();
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, Scope scope) {
    var bound =
        database
            .sql(sql)
            .bind("organization", scope.organization())
            .bind("kind", scope.kind().name());
    return blueprint(bound, scope.blueprintId());
  }

  private static DatabaseClient.GenericExecuteSpec blueprint(
      DatabaseClient.GenericExecuteSpec sql, @Nullable String id) {
    return id == null ? sql.bindNull("blueprint", String.class) : sql.bind("blueprint", id);
  }

  private String kept(Definition definition) {
    return Json.text(secrets.seal(definition.organization(), definition.body()));
  }

  private Definition read(Readable row) {
    var organization = Rows.required(row, "organization", String.class);
    return new Definition(
        organization,
        Kind.valueOf(Rows.required(row, "kind", String.class)),
        Rows.required(row, "id", String.class),
        Rows.optional(row, "blueprint_id", String.class),
        Rows.required(row, "identifier", String.class),
        secrets.open(organization, Json.object(Rows.required(row, "body", String.class))),
        new Stamp(
            Rows.required(row, "created_at", Instant.class),
            Rows.required(row, "created_by", String.class),
            Rows.required(row, "updated_at", Instant.class),
            Rows.required(row, "updated_by", String.class)));
  }
}
