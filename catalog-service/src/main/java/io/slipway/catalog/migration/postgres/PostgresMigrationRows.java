package io.slipway.catalog.migration.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.catalog.migration.Migration;
import io.slipway.catalog.migration.Migration.By;
import io.slipway.catalog.migration.Migration.Progress;
import io.slipway.catalog.migration.Migration.Status;
import io.slipway.catalog.migration.Migration.Wanted;
import io.slipway.catalog.migration.MigrationRows;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresMigrationRows implements MigrationRows {
  private static final String ALL =
      "select * from migration where organization = :organization order by seq desc";
  private static final String FIND =
      "select * from migration where organization = :organization and id = :id for update";
  private static final String TAKE =
      """
      select * from migration
       where status in ('PENDING', 'RUNNING') and mapping is null
       order by updated_at
       limit 1 for update skip locked
      """;
  private static final String INSERT =
      """
      insert into migration
        (organization, id, blueprint_id, blueprint, mapping, delete_blueprint, run_id,
         principal, principal_kind, email, origin, status, done, failed, reason,
         created_at, updated_at)
      values
        (:organization, :id, :blueprint_id, :blueprint, :mapping, :delete_blueprint, :run_id,
         :principal, :principal_kind, :email, :origin, :status, :done, :failed, :reason,
         :created_at, :updated_at)
      """;
  private static final String UPDATE =
      """
      update migration
         set status = :status, done = :done, failed = :failed, reason = :reason,
             updated_at = :updated_at
       where organization = :organization and id = :id
      """;
  private static final String SOME =
      """
      select identifier from entity
       where organization = :organization and blueprint_id = :blueprint
       order by seq limit :most
      """;

  private final DatabaseClient database;

  PostgresMigrationRows(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Migration> all(String organization) {
    return database
        .sql(ALL)
        .bind("organization", organization)
        .map(PostgresMigrationRows::read)
        .all();
  }

  @Override
  public Mono<Migration> find(String organization, String id) {
    return database
        .sql(FIND)
        .bind("organization", organization)
        .bind("id", id)
        .map(PostgresMigrationRows::read)
        .one();
  }

  @Override
  public Mono<Void> insert(Migration migration) {
    var wanted = migration.wanted();
    var by = migration.by();
    var row =
        database
            .sql(INSERT)
            .bind("blueprint_id", wanted.blueprintId())
            .bind("blueprint", wanted.blueprint())
            .bind("delete_blueprint", wanted.deleteBlueprint())
            .bind("principal", by.principal())
            .bind("principal_kind", by.kind())
            .bind("origin", by.origin())
            .bind("created_at", migration.createdAt().atOffset(ZoneOffset.UTC));
    row = text(row, "mapping", Json.textOptional(wanted.mapping()));
    row = text(row, "run_id", wanted.runId());
    row = text(row, "email", by.email());
    return progress(row, migration).then();
  }

  @Override
  public Mono<Void> update(Migration migration) {
    return progress(database.sql(UPDATE), migration).then();
  }

  private static GenericExecuteSpec progress(GenericExecuteSpec row, Migration migration) {
    var progress = migration.progress();
    var bound =
        row.bind("organization", migration.organization())
            .bind("id", migration.id())
            .bind("status", progress.status().name())
            .bind("done", progress.done())
            .bind("failed", progress.failed())
            .bind("updated_at", progress.updatedAt().atOffset(ZoneOffset.UTC));
    return text(bound, "reason", progress.reason());
  }

  private static GenericExecuteSpec text(
      GenericExecuteSpec row, String name, @Nullable String value) {
    return value == null ? row.bindNull(name, String.class) : row.bind(name, value);
  }

  @Override
  public Mono<Migration> takeOne() {
    return database.sql(TAKE).map(PostgresMigrationRows::read).one();
  }

  @Override
  public Flux<String> some(String organization, String blueprintId, int most) {
    return database
        .sql(SOME)
        .bind("organization", organization)
        .bind("blueprint", blueprintId)
        .bind("most", most)
        .mapValue(String.class)
        .all();
  }

  private static Migration read(Readable row) {
    return new Migration(
        text(row, "organization"),
        text(row, "id"),
        new Wanted(
            text(row, "blueprint_id"),
            text(row, "blueprint"),
            Json.parseOptional(Rows.optional(row, "mapping", String.class)),
            Rows.required(row, "delete_blueprint", Boolean.class),
            Rows.optional(row, "run_id", String.class)),
        new By(
            text(row, "principal"),
            text(row, "principal_kind"),
            Rows.optional(row, "email", String.class),
            text(row, "origin")),
        new Progress(
            Status.valueOf(text(row, "status")),
            Rows.required(row, "done", Long.class),
            Rows.required(row, "failed", Long.class),
            Rows.optional(row, "reason", String.class),
            Rows.required(row, "updated_at", Instant.class)),
        Rows.required(row, "created_at", Instant.class));
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }
}
