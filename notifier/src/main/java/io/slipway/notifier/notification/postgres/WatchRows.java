package io.slipway.notifier.notification.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.rows.Rows;
import io.slipway.notifier.notification.Addressee;
import io.slipway.notifier.notification.Watch;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code watch}; nothing else knows its columns. */
@Component
class WatchRows {
  private static final String INSERT =
      """
      insert into watch (organization, run_id, requester_id, email, name, action_title)
      select :organization, :run, :requester, :email, :name, :title
      where not exists (select 1 from organization where id = :organization and erased_at is not null)
      on conflict do nothing
      """;
  private static final String EXISTS =
      "select exists (select 1 from watch where organization = :organization and run_id = :run) as watched";
  private static final String LOCK =
      "select * from watch where organization = :organization and run_id = :run for update";
  private static final String DELETE =
      "delete from watch where organization = :organization and run_id = :run";

  private final DatabaseClient database;

  WatchRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> insert(Watch watch) {
    var name = watch.person().name();
    var statement =
        database
            .sql(INSERT)
            .bind("organization", watch.organization())
            .bind("run", watch.runId())
            .bind("requester", watch.requesterId())
            .bind("email", watch.person().email())
            .bind("title", watch.actionTitle());
    return (name == null ? statement.bindNull("name", String.class) : statement.bind("name", name))
        .then();
  }

  Mono<Boolean> exists(String organization, String runId) {
    return database
        .sql(EXISTS)
        .bind("organization", organization)
        .bind("run", runId)
        .map(row -> Rows.required(row, "watched", Boolean.class))
        .one();
  }

  Mono<Watch> lock(String organization, String runId) {
    return database
        .sql(LOCK)
        .bind("organization", organization)
        .bind("run", runId)
        .map(WatchRows::watch)
        .one();
  }

  Mono<Void> delete(Watch watch) {
    return database
        .sql(DELETE)
        .bind("organization", watch.organization())
        .bind("run", watch.runId())
        .then();
  }

  private static Watch watch(Readable row) {
    return new Watch(
        Rows.required(row, "organization", String.class),
        Rows.required(row, "run_id", String.class),
        Rows.required(row, "requester_id", String.class),
        new Addressee(
            Rows.required(row, "email", String.class), Rows.optional(row, "name", String.class)),
        Rows.required(row, "action_title", String.class));
  }
}
