package io.slipway.chassis.audit;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The audit rows of one owner. */
public final class AuditTrail {
  private static final String WRITE =
      """
      insert into audit (id, organization, at, action, resource_type, status,
                         blueprint, entity, run_id, trigger, context, diff, message)
      values (:id, :organization, :at, :action, :resource, :status,
              :blueprint, :entity, :run, :trigger, :context, :diff, :message)
      on conflict do nothing
      """;
  private static final String READ =
      """
      select * from audit
      where organization = :organization
        and at >= :from and at <= :to
        and (:identifier = '' or id = :identifier)
        and (:blueprint = '' or blueprint = :blueprint)
        and (:entity = '' or entity = :entity)
        and (:run = '' or run_id = :run)
        and (:action = '' or action = :action)
        and (:status = '' or status = :status)
        and (cardinality(:resources) = 0 or resource_type = any (:resources))
      order by at desc, id desc
      limit :limit
      """;

  private final DatabaseClient database;

  public AuditTrail(DatabaseClient database) {
    this.database = database;
  }

  /** Writes an entry, in the transaction of the caller where there is one. */
  public Mono<Void> write(AuditEntry entry) {
    return database
        .sql(WRITE)
        .bind("id", entry.identifier())
        .bind("organization", entry.organization())
        .bind("at", entry.at().atOffset(ZoneOffset.UTC))
        .bind("action", entry.action())
        .bind("resource", entry.resourceType())
        .bind("status", entry.status())
        .bind("blueprint", text(entry.context(), "blueprint"))
        .bind("entity", text(entry.context(), "entity"))
        .bind("run", text(entry.context(), "runId"))
        .bind("trigger", Json.text(entry.trigger()))
        .bind("context", Json.text(entry.context()))
        .bind("diff", Json.text(entry.diff()))
        .bind("message", entry.message())
        .then();
  }

  /** The newest entries that match, newest first. */
  public Flux<AuditEntry> read(String organization, AuditQuery query) {
    return database
        .sql(READ)
        .bind("organization", organization)
        .bind("from", query.from().atOffset(ZoneOffset.UTC))
        .bind("to", query.to().atOffset(ZoneOffset.UTC))
        .bind("identifier", query.identifier())
        .bind("blueprint", query.blueprint())
        .bind("entity", query.entity())
        .bind("run", query.runId())
        .bind("action", query.action())
        .bind("status", query.status())
        .bind("resources", query.resources().toArray(String[]::new))
        .bind("limit", query.limit())
        .map(AuditTrail::entry)
        .all();
  }

  private static String text(JsonNode context, String member) {
    var value = Json.string(context, member);
    return value == null ? "" : value;
  }

  private static AuditEntry entry(Readable row) {
    return new AuditEntry(
        Rows.required(row, "id", String.class),
        Rows.required(row, "organization", String.class),
        Rows.required(row, "at", Instant.class),
        Rows.required(row, "action", String.class),
        Rows.required(row, "resource_type", String.class),
        Rows.required(row, "status", String.class),
        Json.parse(Rows.required(row, "trigger", String.class)),
        Json.parse(Rows.required(row, "context", String.class)),
        Json.parse(Rows.required(row, "diff", String.class)),
        Rows.required(row, "message", String.class));
  }

  /** The entry as {@code GET /v1/audit-log} shows it. */
  public static JsonNode view(AuditEntry entry) {
    var view = Json.object();
    view.put("identifier", entry.identifier());
    view.put("action", entry.action());
    view.put("resourceType", entry.resourceType());
    view.put("status", entry.status());
    view.put("message", entry.message());
    view.set("trigger", entry.trigger());
    view.set("context", entry.context());
    view.set("diff", entry.diff());
    view.putObject("additionalData");
    view.put("at", Times.text(entry.at()));
    return view;
  }
}
