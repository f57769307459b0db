package io.slipway.actionapi.organization;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Does what is still to be done for new organisations: topics, principal and rights at the broker,
 * each owner's part, and at last the state. Every step repeats harmlessly, so after any failure all
 * of them are simply done again.
 */
public final class Provision {
  private static final Logger log = LoggerFactory.getLogger(Provision.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Provisioning provisioning;
  private final Organizations organizations;
  private final AgentAccess agents;
  private final Owners owners;

  public Provision(
      Provisioning provisioning, Organizations organizations, AgentAccess agents, Owners owners) {
    this.provisioning = provisioning;
    this.organizations = organizations;
    this.agents = agents;
    this.owners = owners;
  }

  /** Works until nothing is due. */
  public Mono<Void> whatIsDue() {
    return provisioning
        .claim(LEASE)
        .expand(turn -> take(turn).then(Mono.defer(() -> provisioning.claim(LEASE))))
        .then();
  }

  private Mono<Void> take(Provisioning.Turn turn) {
    return organizations
        .find(turn.organization())
        .flatMap(this::steps)
        .onErrorResume(
            failure -> {
              log.warn(
                  "organisation {} is not complete yet (attempt {}): {}",
                  turn.organization(),
                  turn.attempt(),
                  failure.toString());
              return provisioning.putOff(
                  turn.organization(), pause(turn.attempt()), failure.toString());
            });
  }

  private Mono<Void> steps(Organization organization) {
    return organizations
        .credentials(organization.id())
        .flatMap(kept -> agents.grant(organization, kept.kafkaPassword()))
        .then(Mono.defer(() -> owners.welcome(organization)))
        .then(Mono.defer(() -> organizations.activate(organization)))
        .doOnSuccess(done -> log.info("organisation {} is complete", organization.id()));
  }

  private static Duration pause(int attempt) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
