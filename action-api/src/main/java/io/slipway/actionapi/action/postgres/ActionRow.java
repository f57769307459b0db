package io.slipway.actionapi.action.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.action.Action;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The only place that knows the columns of an action. */
final class ActionRow {
  private ActionRow() {}

  static Action read(Readable row) {
    return new Action(
        Rows.required(row, "id", String.class),
        Rows.required(row, "organization_id", String.class),
        Rows.required(row, "identifier", String.class),
        Json.object(Rows.required(row, "definition", String.class)),
        Json.object(Rows.required(row, "permissions", String.class)),
        Rows.required(row, "created_at", Instant.class),
        Rows.required(row, "created_by", String.class),
        Rows.required(row, "changed_at", Instant.class),
        Rows.required(row, "changed_by", String.class));
  }

  static GenericExecuteSpec bindNew(GenericExecuteSpec sql, Action action) {
    return bindChanged(sql, action)
        .bind("permissions", Json.text(action.permissions()))
        .bind("created_at", action.createdAt().atOffset(ZoneOffset.UTC))
        .bind("created_by", action.createdBy());
  }

  static GenericExecuteSpec bindChanged(GenericExecuteSpec sql, Action action) {
    return sql.bind("id", action.id())
        .bind("organization", action.organization())
        .bind("identifier", action.identifier())
        .bind("definition", Json.text(action.definition()))
        .bind("changed_at", action.changedAt().atOffset(ZoneOffset.UTC))
        .bind("changed_by", action.changedBy());
  }
}
