package io.slipway.catalog.organization.postgres;

import io.slipway.catalog.organization.Organizations;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresOrganizations implements Organizations {
  private static final String REMEMBER =
      """
      insert into organization (id, name, public_url) values (:organization, :name, :url)
      on conflict on constraint organization_pk do update
         set name = excluded.name, public_url = excluded.public_url
      returning erased_at is null
      """;
  private static final String BURY =
      """
      insert into organization (id, name, public_url, erased_at)
      values (:organization, '', '', now())
      on conflict on constraint organization_pk do update
         set name = '', public_url = '', erased_at = coalesce(organization.erased_at, now())
      """;
  private static final List<String> FORGET =
      List.of(
          "delete from link where organization = :organization",
          "delete from timer where organization = :organization",
          "delete from entity where organization = :organization",
          "delete from change_delivery where organization = :organization",
          "delete from migration where organization = :organization",
          "delete from definition where organization = :organization",
          "delete from blueprint where organization = :organization",
          "delete from audit where organization = :organization");

  private final DatabaseClient database;

  PostgresOrganizations(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> remember(String organization, String name, String publicUrl) {
    return database
        .sql(REMEMBER)
        .bind("organization", organization)
        .bind("name", name)
        .bind("url", publicUrl)
        .mapValue(Boolean.class)
        .one();
  }

  @Override
  public Mono<String> publicUrl(String organization) {
    return database
        .sql("select public_url from organization where id = :organization")
        .bind("organization", organization)
        .mapValue(String.class)
        .one()
        .map(url -> url.replaceFirst("/+$", ""))
        .defaultIfEmpty("");
  }

  @Override
  public Mono<Void> erase(String organization) {
    return database
        .sql(BURY)
        .bind("organization", organization)
        .then()
        .thenMany(Flux.fromIterable(FORGET))
        .concatMap(sql -> database.sql(sql).bind("organization", organization).then())
        .then();
  }
}
