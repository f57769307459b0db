package io.slipway.notifier.organization.postgres;

import io.slipway.notifier.organization.Organizations;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Organisations in PostgreSQL. */
@Component
class PostgresOrganizations implements Organizations {
  private static final String SETTLE =
      """
      insert into organization (id, name, public_url) values (:id, :name, :url)
      on conflict (id) do update
      set name = :name, public_url = coalesce(:url, organization.public_url)
      where organization.erased_at is null
      """;
  private static final String PUBLIC_URL =
      "select coalesce(public_url, :usual) from organization where id = :id";
  private static final List<String> ERASE =
      List.of(
          """
          insert into organization (id, name, erased_at) values (:id, '', now())
          on conflict (id) do update
          set name = '', public_url = null, erased_at = coalesce(organization.erased_at, now())
          """,
          "delete from delivery where organization = :id",
          "delete from watch where organization = :id",
          "delete from audit where organization = :id");

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final String usualUrl;

  PostgresOrganizations(
      DatabaseClient database,
      TransactionalOperator transaction,
      @Value("${slipway.public-url:http://127.0.0.1:8080}") String usualUrl) {
    this.database = database;
    this.transaction = transaction;
    this.usualUrl = usualUrl;
  }

  @Override
  public Mono<Boolean> settle(String organization, Profile profile) {
    var publicUrl = profile.publicUrl();
    var statement = database.sql(SETTLE).bind("id", organization).bind("name", profile.name());
    return (publicUrl == null
            ? statement.bindNull("url", String.class)
            : statement.bind("url", publicUrl))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Void> erase(String organization) {
    return Flux.fromIterable(ERASE)
        .concatMap(sql -> database.sql(sql).bind("id", organization).then())
        .then()
        .as(transaction::transactional);
  }

  @Override
  public Mono<String> publicUrl(String organization) {
    return database
        .sql(PUBLIC_URL)
        .bind("usual", usualUrl)
        .bind("id", organization)
        .mapValue(String.class)
        .one()
        .defaultIfEmpty(usualUrl)
        .map(PostgresOrganizations::withoutSlash);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
