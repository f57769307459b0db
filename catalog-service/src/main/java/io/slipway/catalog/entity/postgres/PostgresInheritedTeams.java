package io.slipway.catalog.entity.postgres;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.entity.InheritedTeams;
import io.slipway.chassis.rows.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks paths of links, one join for each step; the names of the steps travel as parameters. */
@Component
class PostgresInheritedTeams implements InheritedTeams {
  private static final String INHERITING =
      """
      select id, team_path from blueprint
       where organization = :organization and team_path is not null
      """;

  private final DatabaseClient database;

  PostgresInheritedTeams(DatabaseClient database) {
    this.database = database;
  }

  /** A blueprint whose entities inherit. */
  private record Inheriting(String blueprintId, List<String> path) {}

  @Override
  public Mono<List<String>> through(String organization, String entityId, List<String> path) {
    var sql = "select t.team from entity s" + steps(path.size());
    return bound(
            sql + " where s.organization = :organization and s.id = :start limit 1",
            organization,
            path)
        .bind("start", entityId)
        .map(row -> List.of(Rows.required(row, "team", String[].class)))
        .one()
        .defaultIfEmpty(List.of());
  }

  @Override
  public Mono<Set<String>> heirs(String organization, Collection<String> entityIds) {
    var ids = entityIds.toArray(String[]::new);
    return inheriting(organization)
        .concatMap(one -> heirs(organization, one, ids))
        .collect(() -> (Set<String>) new HashSet<String>(), Set::add);
  }

  private Flux<String> heirs(String organization, Inheriting inheriting, String[] ids) {
    var path = inheriting.path();
    var reaching = new ArrayList<String>();
    for (int steps = 1; steps <= path.size(); steps++) {
      reaching.add(reaching(steps));
    }
    return bound(String.join(" union ", reaching), organization, path)
        .bind("blueprint", inheriting.blueprintId())
        .bind("ids", ids)
        .mapValue(String.class)
        .all();
  }

  /** Walks backwards, so that only what leads to the entities is looked at. */
  private static String reaching(int steps) {
    var sql = new StringBuilder("select s.id from link l" + steps);
    for (int step = steps - 1; step >= 1; step--) {
      sql.append(
          " join link l%d on l%d.organization = :organization and l%d.target_id = l%d.source_id"
              .formatted(step, step, step, step + 1));
      sql.append(" and l%d.relation = :step%d".formatted(step, step));
    }
    return sql
        + " join entity s on s.organization = :organization and s.id = l1.source_id"
        + " and s.blueprint_id = :blueprint"
        + " where l%d.organization = :organization and l%d.relation = :step%d"
            .formatted(steps, steps, steps)
        + " and l%d.target_id = any (:ids)".formatted(steps);
  }

  @Override
  public Mono<Void> follow(String organization, Set<String> heirs) {
    if (heirs.isEmpty()) {
      return Mono.empty();
    }
    return inheriting(organization)
        .concatMap(
            one ->
                bound(update(one.path()) + " and e.id = any (:ids)", organization, one.path())
                    .bind("blueprint", one.blueprintId())
                    .bind("ids", heirs.toArray(String[]::new))
                    .then())
        .then();
  }

  @Override
  public Mono<Void> followAll(Blueprint blueprint) {
    var path = blueprint.teamPath();
    return path.isEmpty()
        ? Mono.empty()
        : bound(update(path), blueprint.organization(), path)
            .bind("blueprint", blueprint.id())
            .then();
  }

  private static String update(List<String> path) {
    return "update entity e set team = coalesce((select t.team from entity s"
        + steps(path.size())
        + " where s.organization = e.organization and s.id = e.id limit 1), '{}')"
        + " where e.organization = :organization and e.blueprint_id = :blueprint";
  }

  /** From entity {@code s} along the path to its last entity {@code t}. */
  private static String steps(int count) {
    var sql = new StringBuilder();
    for (int step = 1; step <= count; step++) {
      var from = step == 1 ? "s.id" : "l" + (step - 1) + ".target_id";
      sql.append(
          " join link l%d on l%d.organization = s.organization and l%d.source_id = %s"
              .formatted(step, step, step, from));
      sql.append(" and l%d.relation = :step%d".formatted(step, step));
    }
    var last = count == 0 ? "s.id" : "l" + count + ".target_id";
    return sql + " join entity t on t.organization = s.organization and t.id = " + last;
  }

  private Flux<Inheriting> inheriting(String organization) {
    return database
        .sql(INHERITING)
        .bind("organization", organization)
        .map(
            row ->
                new Inheriting(
                    Rows.required(row, "id", String.class),
                    List.of(Rows.required(row, "team_path", String[].class))))
        .all()
        .collectList()
        .flatMapIterable(all -> all);
  }

  private DatabaseClient.GenericExecuteSpec bound(
      String sql, String organization, List<String> path) {
    var bound = database.sql(sql).bind("organization", organization);
    for (int step = 0; step < path.size(); step++) {
      bound = bound.bind("step" + (step + 1), path.get(step));
    }
    return bound;
  }
}
