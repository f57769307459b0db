package io.slipway.actionapi.organization;

import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credential;
import io.slipway.actionapi.access.PasswordHasher;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Fault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Makes an organisation: its row, its credentials and what is still to be done for it, in one
 * transaction. {@link Provision} does the rest. Asked again with the same id, it changes nothing.
 */
public final class FoundOrganization {
  private final Organizations organizations;
  private final OrganizationIdPolicy ids;
  private final ClientSecrets secrets;
  private final PasswordHasher passwords;
  private final Clock clock;

  public FoundOrganization(
      Organizations organizations,
      OrganizationIdPolicy ids,
      ClientSecrets secrets,
      PasswordHasher passwords,
      Clock clock) {
    this.organizations = organizations;
    this.ids = ids;
    this.secrets = secrets;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** It is being made. */
    record Founded(Founding founding) implements Reply {}

    /** The same was asked before; its password was shown then and cannot be shown again. */
    record AlreadyFounded(Founding founding) implements Reply {}

    /** The id, or the principal's name, was given before. */
    record Taken(String id) implements Reply {}

    /** It cannot be called that. */
    record Invalid(List<Fault> faults) implements Reply {}
  }

  /** Founds it, or says why not. */
  public Mono<Reply> handle(Founding founding) {
    var faults = faults(founding);
    if (!faults.isEmpty()) {
      return Mono.just(new Reply.Invalid(faults));
    }
    return organizations
        .find(founding.orgId())
        .flatMap(known -> again(known, founding))
        .switchIfEmpty(Mono.defer(() -> first(founding)));
  }

  private List<Fault> faults(Founding founding) {
    var faults = new ArrayList<Fault>();
    var id = ids.fault(founding.orgId());
    if (id != null) {
      faults.add(new Fault("/id", id));
    }
    var user = ids.fault(founding.kafkaUsername());
    if (user != null) {
      faults.add(new Fault("/kafkaUsername", user));
    }
    if (!founding.adminEmail().isEmpty() && !founding.adminEmail().contains("@")) {
      faults.add(new Fault("/adminEmail", "must be an e-mail address"));
    }
    return faults;
  }

  private Mono<Reply> first(Founding founding) {
    var now = Times.shown(clock.instant());
    var organization =
        new Organization(
            founding.orgId(),
            founding.name(),
            Organization.State.PROVISIONING,
            Json.object(),
            founding.adminEmail(),
            founding.kafkaUsername(),
            founding.probe(),
            now,
            now);
    var credential =
        secrets.credential(
            organization.id(),
            founding.clientId(),
            founding.clientSecret(),
            Credential.Kind.MACHINE,
            "",
            now);
    return hash(founding.adminPassword())
        .flatMap(
            hash ->
                organizations.found(
                    organization, credential.asStandard(), founding.kafkaPassword(), hash))
        .map(
            added ->
                added ? new Reply.Founded(founding) : (Reply) new Reply.Taken(founding.orgId()));
  }

  private Mono<String> hash(String password) {
    return password.isEmpty() ? Mono.just("") : passwords.hash(password);
  }

  private Mono<Reply> again(Organization known, Founding asked) {
    if (known.state() == Organization.State.ERASED) {
      return Mono.just(new Reply.Taken(known.id()));
    }
    return organizations
        .credentials(known.id())
        .map(
            kept ->
                new Reply.AlreadyFounded(
                    new Founding(
                        known.id(),
                        known.name(),
                        kept.clientId(),
                        kept.clientSecret(),
                        known.adminEmail(),
                        "",
                        known.kafkaUsername(),
                        kept.kafkaPassword(),
                        known.probe())));
  }
}
