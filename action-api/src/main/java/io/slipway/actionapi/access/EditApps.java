package io.slipway.actionapi.access;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What Admins do with the organisation's own credentials. */
public final class EditApps {
  private static final int CLIENT_ID = 32;
  private static final int SECRET = 43; // letters and digits: 256 bits

  private final Apps apps;
  private final ClientSecrets secrets;
  private final Clock clock;

  public EditApps(Apps apps, ClientSecrets secrets, Clock clock) {
    this.apps = apps;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** It is as it should be; this is how it is now. */
    record Done(App app) implements Reply {}

    /** There is none with this id. */
    record Unknown(String id) implements Reply {}

    /** It signs what the organisation's agents verify, so it may change its secret but not go. */
    record Signs(String id) implements Reply {}
  }

  /** Makes new ones. */
  public Mono<Reply> add(Caller caller, String name) {
    var fresh = credential(caller.organization(), Ids.random(CLIENT_ID));
    var entry = entry(caller, "CREATE", fresh.clientId(), null, name);
    return apps.add(fresh, name, entry).then(shown(caller, fresh.clientId()));
  }

  /** Gives them another name. */
  public Mono<Reply> rename(Caller caller, String id, String name) {
    return found(
        caller,
        id,
        app ->
            done(
                apps.rename(app, name, entry(caller, "UPDATE", id, app.name(), name)), caller, id));
  }

  /** Gives them another secret, and ends the old one with its tokens. */
  public Mono<Reply> rotate(Caller caller, String id) {
    return found(
        caller,
        id,
        app -> {
          var entry = entry(caller, "UPDATE", id, app.name(), app.name());
          return done(apps.rotate(credential(caller.organization(), id), entry), caller, id);
        });
  }

  /** Ends them. */
  public Mono<Reply> remove(Caller caller, String id) {
    return found(
        caller,
        id,
        app ->
            app.standard()
                ? Mono.just(new Reply.Signs(id))
                : apps.remove(app, entry(caller, "DELETE", id, app.name(), null))
                    .map(removed -> removed ? new Reply.Done(app) : new Reply.Unknown(id)));
  }

  private Mono<Reply> done(Mono<Boolean> change, Caller caller, String id) {
    return change.then(shown(caller, id));
  }

  private Mono<Reply> shown(Caller caller, String id) {
    return Mono.defer(() -> found(caller, id, app -> Mono.just(new Reply.Done(app))));
  }

  private Mono<Reply> found(Caller caller, String id, Function<App, Mono<Reply>> then) {
    return apps.find(caller.organization(), id).flatMap(then).defaultIfEmpty(new Reply.Unknown(id));
  }

  /** Names only; that the secret is another shows in two equal ones. */
  private AuditEntry entry(
      Caller caller, String what, String id, @Nullable String before, @Nullable String after) {
    var diff = Json.object();
    diff.set("before", named(before));
    diff.set("after", named(after));
    return AuditEntry.done(
        Times.shown(clock.instant()), caller, what, "app", Json.object().put("app", id), diff);
  }

  private static JsonNode named(@Nullable String name) {
    return name == null ? Json.MAPPER.nullNode() : Json.object().put("name", name);
  }

  private Credential credential(String organization, String clientId) {
    return secrets.credential(
        organization,
        clientId,
        Ids.random(SECRET),
        Credential.Kind.MACHINE,
        "",
        Times.shown(clock.instant()));
  }
}
