package io.slipway.catalog.entity.postgres;

import io.slipway.catalog.entity.Datasources;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class PostgresDatasources implements Datasources {
  private static final String WRITTEN_BY =
      """
      select e.seq, b.identifier as blueprint, e.identifier
        from entity e
        join blueprint b on b.organization = e.organization and b.id = e.blueprint_id
       where e.organization = :organization and e.seq > :after and e.updated_at < :before
         and starts_with(e.datasource, :prefix) and right(e.datasource, length(:suffix)) = :suffix
       order by e.seq
       limit :most
      """;

  /** Later than anything that is written. */
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final DatabaseClient database;

  PostgresDatasources(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Written> writtenBy(String organization, Asked asked) {
    var before = asked.before();
    return database
        .sql(WRITTEN_BY)
        .bind("organization", organization)
        .bind("after", asked.after())
        .bind("before", (before == null ? EVER : before).atOffset(ZoneOffset.UTC))
        .bind("prefix", asked.prefix())
        .bind("suffix", asked.suffix())
        .bind("most", asked.most())
        .map(
            row ->
                new Written(
                    Rows.required(row, "seq", Long.class),
                    Rows.required(row, "blueprint", String.class),
                    Rows.required(row, "identifier", String.class)))
        .all();
  }
}
