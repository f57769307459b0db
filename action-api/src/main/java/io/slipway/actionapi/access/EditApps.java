package io.slipway.actionapi.access;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

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
  public Mono<Reply> add(String organization, String name) {
    var fresh = credential(organization, Ids.random(CLIENT_ID));
    return apps.add(fresh, name).then(shown(organization, fresh.clientId()));
  }

  /** Gives them another name. */
  public Mono<Reply> rename(String organization, String id, String name) {
    return apps.rename(organization, id, name, Times.shown(clock.instant()))
        .then(shown(organization, id));
  }

  /** Gives them another secret, and ends the old one with its tokens. */
  public Mono<Reply> rotate(String organization, String id) {
    return apps.rotate(credential(organization, id)).then(shown(organization, id));
  }

  /** Ends them. */
  public Mono<Reply> remove(String organization, String id) {
    return found(
        organization,
        id,
        app ->
            app.standard()
                ? Mono.just(new Reply.Signs(id))
                : apps.remove(organization, id)
                    .map(removed -> removed ? new Reply.Done(app) : new Reply.Unknown(id)));
  }

  private Mono<Reply> shown(String organization, String id) {
    return Mono.defer(() -> found(organization, id, app -> Mono.just(new Reply.Done(app))));
  }

  private Mono<Reply> found(String organization, String id, Function<App, Mono<Reply>> then) {
    return apps.find(organization, id).flatMap(then).defaultIfEmpty(new Reply.Unknown(id));
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
