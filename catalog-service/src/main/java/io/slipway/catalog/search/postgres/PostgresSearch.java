package io.slipway.catalog.search.postgres;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.search.SearchEntities;
import io.slipway.catalog.search.SearchQuery;
import io.slipway.chassis.rows.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class PostgresSearch implements SearchEntities {
  private static final String SELECT =
      """
      select e.seq, e.id
        from entity e
        join blueprint b on b.organization = e.organization and b.id = e.blueprint_id
       where e.organization = :organization and
      """;
  private static final String PAGE =
      """
       and e.blueprint_id = :blueprint and e.seq > :after
       order by e.seq limit :limit
      """;

  private final DatabaseClient database;

  PostgresSearch(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Place> everywhere(String organization, SearchQuery query) {
    var condition = SearchSql.of(query);
    var sql =
        database
            .sql(SELECT + condition.text() + " order by e.seq")
            .bind("organization", organization);
    return places(sql, condition);
  }

  @Override
  public Flux<Place> within(
      Blueprint blueprint, @Nullable SearchQuery query, long after, int limit) {
    var condition = SearchSql.of(query == null ? new SearchQuery.Group(true, List.of()) : query);
    var sql =
        database
            .sql(SELECT + condition.text() + PAGE)
            .bind("organization", blueprint.organization())
            .bind("blueprint", blueprint.id())
            .bind("after", after)
            .bind("limit", limit);
    return places(sql, condition);
  }

  private static Flux<Place> places(
      DatabaseClient.GenericExecuteSpec sql, SearchSql.Condition condition) {
    var bound = sql;
    for (var parameter : condition.parameters().entrySet()) {
      bound = bound.bind(parameter.getKey(), parameter.getValue());
    }
    return bound
        .map(
            row ->
                new Place(
                    Rows.required(row, "seq", Long.class), Rows.required(row, "id", String.class)))
        .all();
  }
}
