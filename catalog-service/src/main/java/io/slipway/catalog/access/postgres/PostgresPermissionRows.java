package io.slipway.catalog.access.postgres;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

@Component
class PostgresPermissionRows implements PermissionRows {
  private static final String SAID =
      "select said from permission where organization = :organization and blueprint_id = :id";
  private static final String ALL =
      "select blueprint_id, said from permission where organization = :organization";
  private static final String KEEP =
      """
      insert into permission (organization, blueprint_id, said) values (:organization, :id, :said)
      on conflict on constraint permission_pk do update set said = excluded.said
      """;

  private final DatabaseClient database;

  PostgresPermissionRows(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<ObjectNode> said(String organization, String blueprintId) {
    return database
        .sql(SAID)
        .bind("organization", organization)
        .bind("id", blueprintId)
        .mapValue(String.class)
        .one()
        .map(Json::object)
        .defaultIfEmpty(Json.object());
  }

  @Override
  public Mono<Map<String, ObjectNode>> all(String organization) {
    return database
        .sql(ALL)
        .bind("organization", organization)
        .map(
            row ->
                Map.entry(
                    Rows.required(row, "blueprint_id", String.class),
                    Json.object(Rows.required(row, "said", String.class))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Void> keep(String organization, String blueprintId, ObjectNode said) {
    return database
        .sql(KEEP)
        .bind("organization", organization)
        .bind("id", blueprintId)
        .bind("said", Json.text(said))
        .then();
  }
}
