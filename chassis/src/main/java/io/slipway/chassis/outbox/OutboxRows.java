package io.slipway.chassis.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The relay's view of the outbox table. Every call blocks: the relay has threads of its own, and
 * what it does next depends on the answer.
 */
final class OutboxRows {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What waits, in order, unless something of the same topic and key was parked before it. */
  private static final String WAITING =
      """
      select o.id from outbox o
      where o.lane = :lane and o.published_at is null and o.parked is null
        and not (o.topic = any (:missing))
        and not exists (select 1 from outbox p
                        where p.parked is not null and p.published_at is null
                          and p.topic = o.topic and p.key = o.key and p.id < o.id)
      order by o.id limit :batch
      """;

  /** Locked, so that nobody can take the lease over while a batch is being given its id. */
  private static final String IF_LEASED =
      """
      with leased as (select 1 from relay_lease
                      where name = 'outbox' and owner = :owner and epoch = :epoch and until > now()
                      for update)
      """;

  private static final String LOOK =
      """
      select o.* from outbox o
      where o.id in (%s)
        and exists (select 1 from relay_lease
                    where name = 'outbox' and owner = :owner and epoch = :epoch and until > now())
      order by o.id
      """
          .formatted(WAITING);

  /** The lease is locked only if something waits: a look that finds nothing writes nothing. */
  private static final String CLAIM =
      """
      with waiting as materialized (%s),
      leased as (select 1 from relay_lease
                 where name = 'outbox' and owner = :owner and epoch = :epoch and until > now()
                   and exists (select 1 from waiting)
                 for update)
      update outbox set batch = :id
      where id in (select id from waiting) and exists (select 1 from leased)
      returning *
      """
          .formatted(WAITING);

  private static final String MARK =
      "update outbox set published_at = now() where id = any (:ids) and published_at is null";

  private static final String MARK_BATCH =
      "update outbox set published_at = now() where batch = :id and published_at is null";

  private static final String RELEASE =
      "update outbox set batch = null where id = any (:ids) and published_at is null";

  private static final String RELEASE_OTHERS =
      IF_LEASED
          + "update outbox set batch = null"
          + " where lane = 'ORGANIZATION' and batch is not null and published_at is null"
          + " and exists (select 1 from leased)";

  private static final String PARK =
      "update outbox set parked = :reason, batch = null where id = :id";

  private static final String SWEEP =
      """
      delete from outbox where id in
        (select id from outbox where published_at < now() - :keep::interval limit 10000)
      """;

  private final DatabaseClient database;

  OutboxRows(DatabaseClient database) {
    this.database = database;
  }

  /** Rows to send, if the lease holds. */
  List<OutboxRow> look(Lane lane, RelayLease.Held lease, Collection<String> missing, int batch) {
    return rows(bound(LOOK, lane, lease, missing, batch));
  }

  /** Rows to send, given this batch id in a transaction that checks the lease. */
  List<OutboxRow> claim(UUID id, RelayLease.Held lease, Collection<String> missing, int batch) {
    return rows(bound(CLAIM, Lane.ORGANIZATION, lease, missing, batch).bind("id", id));
  }

  private static List<OutboxRow> rows(DatabaseClient.GenericExecuteSpec query) {
    var rows = query.map(OutboxRow::read).all().collectList().block(PATIENCE);
    return rows == null
        ? List.of()
        : rows.stream().sorted(Comparator.comparingLong(OutboxRow::id)).toList();
  }

  private DatabaseClient.GenericExecuteSpec bound(
      String sql, Lane lane, RelayLease.Held lease, Collection<String> missing, int batch) {
    return database
        .sql(sql)
        .bind("lane", lane.name())
        .bind("missing", missing.toArray(String[]::new))
        .bind("batch", batch)
        .bind("owner", lease.owner())
        .bind("epoch", lease.epoch());
  }

  void mark(Collection<Long> ids) {
    run(database.sql(MARK).bind("ids", ids.toArray(Long[]::new)).fetch().rowsUpdated());
  }

  void markBatch(UUID id) {
    run(database.sql(MARK_BATCH).bind("id", id).fetch().rowsUpdated());
  }

  void release(Collection<Long> ids) {
    run(database.sql(RELEASE).bind("ids", ids.toArray(Long[]::new)).fetch().rowsUpdated());
  }

  /** Gives back what an earlier relay had claimed and never sent. */
  void releaseAll(RelayLease.Held lease) {
    run(
        database
            .sql(RELEASE_OTHERS)
            .bind("owner", lease.owner())
            .bind("epoch", lease.epoch())
            .fetch()
            .rowsUpdated());
  }

  void park(long id, String reason) {
    run(database.sql(PARK).bind("id", id).bind("reason", reason).fetch().rowsUpdated());
  }

  void sweep(Duration keep) {
    run(database.sql(SWEEP).bind("keep", keep.toSeconds() + " seconds").fetch().rowsUpdated());
  }

  private static void run(Mono<Long> change) {
    change.block(PATIENCE);
  }
}
