package io.slipway.actionapi.secret;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Fault;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Admins do with secrets. Values go in and never come back; audit rows hold metadata only. */
public final class EditSecrets {
  private final Secrets secrets;
  private final Clock clock;

  public EditSecrets(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** It is kept. */
    record Saved(Secret secret) implements Reply {}

    /** The body does not fit. */
    record Invalid(List<Fault> faults) implements Reply {}

    /** There is one of this name. */
    record Taken(String name) implements Reply {}

    /** There is none of this name. */
    record Unknown(String name) implements Reply {}

    /** It is gone. */
    record Removed() implements Reply {}
  }

  /** Makes one: {@code {secretName, secretValue, description?}}. */
  public Mono<Reply> add(Caller caller, JsonNode body) {
    var faults = SecretRules.ofNew(body);
    if (!faults.isEmpty()) {
      return Mono.just(new Reply.Invalid(faults));
    }
    var now = Times.shown(clock.instant());
    var secret =
        new Secret(
            caller.organization(),
            body.path("secretName").asString(),
            Json.string(body, "description"),
            now,
            now);
    return secrets
        .add(
            secret,
            body.path("secretValue").asString(),
            entry(caller, "CREATE", null, secret, true))
        .map(added -> added ? new Reply.Saved(secret) : new Reply.Taken(secret.name()));
  }

  /** Changes its value, its description or both: {@code {secretValue?, description?}}. */
  public Mono<Reply> change(Caller caller, String name, JsonNode body) {
    var faults = SecretRules.ofChange(body);
    if (!faults.isEmpty()) {
      return Mono.just(new Reply.Invalid(faults));
    }
    var value = Json.string(body, "secretValue");
    return secrets
        .find(caller.organization(), name)
        .flatMap(before -> change(caller, before, described(before, body), value))
        .defaultIfEmpty(new Reply.Unknown(name));
  }

  private Secret described(Secret before, JsonNode body) {
    var description =
        body.has("description") ? Json.string(body, "description") : before.description();
    return before.described(description, Times.shown(clock.instant()));
  }

  private Mono<Reply> change(Caller caller, Secret before, Secret after, @Nullable String value) {
    return secrets
        .change(after, value, entry(caller, "UPDATE", before, after, value != null))
        .map(changed -> changed ? new Reply.Saved(after) : new Reply.Unknown(before.name()));
  }

  /** Removes it; the next run that asks for it gets null. */
  public Mono<Reply> remove(Caller caller, String name) {
    return secrets
        .find(caller.organization(), name)
        .flatMap(secret -> secrets.remove(secret, entry(caller, "DELETE", secret, null, false)))
        .defaultIfEmpty(false)
        .map(removed -> removed ? new Reply.Removed() : new Reply.Unknown(name));
  }

  private AuditEntry entry(
      Caller caller,
      String what,
      @Nullable Secret before,
      @Nullable Secret after,
      boolean valueChanged) {
    var known = after == null ? before : after;
    var context = Json.object().put("secret", known == null ? "" : known.name());
    var diff = Json.object();
    diff.set("before", before == null ? Json.MAPPER.nullNode() : metadata(before));
    diff.set("after", after == null ? Json.MAPPER.nullNode() : metadata(after));
    diff.put("valueChanged", valueChanged);
    return AuditEntry.done(Times.shown(clock.instant()), caller, what, "secret", context, diff);
  }

  /** All that is ever shown of it. */
  public static ObjectNode metadata(Secret secret) {
    var view = Json.object().put("secretName", secret.name());
    if (secret.description() != null) {
      view.put("description", secret.description());
    }
    view.put("createdAt", Times.text(secret.createdAt()));
    view.put("updatedAt", Times.text(secret.changedAt()));
    return view;
  }
}
