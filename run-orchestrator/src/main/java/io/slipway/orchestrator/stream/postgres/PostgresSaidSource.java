package io.slipway.orchestrator.stream.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.rows.Rows;
import io.slipway.orchestrator.stream.Said;
import io.slipway.orchestrator.stream.SaidSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What runs have said, from PostgreSQL. */
@Component
class PostgresSaidSource implements SaidSource {
  /**
   * A watcher who may see the run gets a row with its state even when there is nothing new; and a
   * limited number of sayings, so that one that has much to catch up does not hold up the others.
   */
  private static final String TELL =
      """
      select w.watcher, r.said as last,
             (extract(epoch from (now() - r.ended_at)) * 1000)::bigint as ended_ms,
             s.seq, s.kind, s.body
      from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::boolean[], $6::text[], $7::text[])
             w (watcher, run_id, after, organization, sees_all, principal, email)
      join run r on r.id = w.run_id and r.organization = w.organization
                and (w.sees_all or r.open_to_all or r.created_by = w.principal
                     or w.email = any (r.approvers))
      left join lateral (select seq, kind, body from run_said
                         where run_id = w.run_id and seq > w.after
                         order by seq limit 100) s on true
      order by w.watcher, s.seq
      """;

  private final DatabaseClient database;

  PostgresSaidSource(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Told> tell(Collection<Wanted> wanted) {
    return database
        .sql(TELL)
        .bind(0, wanted.stream().map(Wanted::watcher).toArray(Long[]::new))
        .bind(1, wanted.stream().map(w -> w.run().value()).toArray(String[]::new))
        .bind(2, wanted.stream().map(Wanted::after).toArray(Long[]::new))
        .bind(3, wanted.stream().map(w -> w.sight().organization()).toArray(String[]::new))
        .bind(4, wanted.stream().map(w -> w.sight().all()).toArray(Boolean[]::new))
        .bind(5, wanted.stream().map(w -> w.sight().principal()).toArray(String[]::new))
        .bind(6, wanted.stream().map(w -> blank(w.sight().email())).toArray(String[]::new))
        .map(Row::read)
        .all()
        .collectList()
        .flatMapIterable(PostgresSaidSource::byWatcher);
  }

  private static String blank(@Nullable String email) {
    return email == null ? "" : email;
  }

  private static Collection<Told> byWatcher(List<Row> rows) {
    Map<Long, Told> told = new LinkedHashMap<>();
    for (var row : rows) {
      var one =
          told.computeIfAbsent(
              row.watcher, watcher -> new Told(watcher, row.ended, row.last, new ArrayList<>()));
      if (row.said != null) {
        one.said().add(row.said);
      }
    }
    return told.values();
  }

  private record Row(long watcher, @Nullable Duration ended, long last, @Nullable Said said) {
    static Row read(Readable row) {
      var seq = Rows.optional(row, "seq", Long.class);
      var ended = Rows.optional(row, "ended_ms", Long.class);
      return new Row(
          Rows.required(row, "watcher", Long.class),
          ended == null ? null : Duration.ofMillis(ended),
          Rows.required(row, "last", Long.class),
          seq == null
              ? null
              : new Said(
                  seq,
                  Rows.required(row, "kind", String.class),
                  Rows.required(row, "body", String.class)));
    }
  }
}
