package io.slipway.orchestrator.organization.postgres;

import io.slipway.orchestrator.organization.Organizations;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases in PostgreSQL, children first. */
@Component
class PostgresOrganizations implements Organizations {
  private static final String REMEMBER =
      "insert into erased_organization (id) values ($1) on conflict do nothing";
  private static final String ERASED = "select 1 from erased_organization where id = $1";

  private static final String OF_ITS_RUNS =
      " where run_id in (select id from run where organization = $1)";

  private static final List<String> ERASE =
      List.of(
          "delete from run_said" + OF_ITS_RUNS,
          "delete from question" + OF_ITS_RUNS,
          "delete from invocation" + OF_ITS_RUNS,
          "delete from dispatch where organization = $1",
          "delete from run where organization = $1",
          "delete from audit where organization = $1",
          "delete from outbox where topic = $1 || '.runs'");

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  PostgresOrganizations(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  @Override
  public Mono<Void> erase(String organization) {
    var erasing =
        Flux.fromIterable(ERASE)
            .concatMap(sql -> database.sql(sql).bind(0, organization).then())
            .then();
    return database
        .sql(REMEMBER)
        .bind(0, organization)
        .then()
        .then(erasing)
        .as(transaction::transactional);
  }

  @Override
  public Mono<Boolean> isErased(String organization) {
    return database.sql(ERASED).bind(0, organization).map(_ -> true).one().defaultIfEmpty(false);
  }
}
