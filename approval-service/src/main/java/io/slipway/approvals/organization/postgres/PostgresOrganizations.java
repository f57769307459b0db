package io.slipway.approvals.organization.postgres;

import io.slipway.chassis.organization.OrganizationPart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Organisations in PostgreSQL. */
@Component
class PostgresOrganizations implements OrganizationPart {
  private static final String SETTLE =
      """
      insert into organization (id, name) values (:id, :name)
      on conflict (id) do update set name = :name where organization.erased_at is null
      """;
  private static final String REMEMBER =
      """
      insert into organization (id, name, erased_at) values (:id, '', now())
      on conflict (id) do update set name = '', erased_at = coalesce(organization.erased_at, now())
      """;
  private static final String FORGET_APPROVALS = "delete from approval where organization = :id";
  private static final String FORGET_AUDIT = "delete from audit where organization = :id";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  PostgresOrganizations(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  @Override
  public Mono<Boolean> settle(String organization, Profile profile) {
    return database
        .sql(SETTLE)
        .bind("id", organization)
        .bind("name", profile.name())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Void> erase(String organization) {
    return run(REMEMBER, organization)
        .then(run(FORGET_APPROVALS, organization))
        .then(run(FORGET_AUDIT, organization))
        .as(transaction::transactional);
  }

  private Mono<Void> run(String sql, String organization) {
    return database.sql(sql).bind("id", organization).then();
  }
}
