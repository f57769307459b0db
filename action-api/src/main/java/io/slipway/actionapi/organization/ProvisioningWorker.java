package io.slipway.actionapi.organization;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Looks for organisations that are due, now and then and whenever it is woken. */
public final class ProvisioningWorker {
  private static final Logger log = LoggerFactory.getLogger(ProvisioningWorker.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Provision provision;
  private final Sinks.Many<Long> wakes = Sinks.many().multicast().directBestEffort();

  public ProvisioningWorker(Provision provision) {
    this.provision = provision;
  }

  /** Says that there is something to do. */
  public void wake() {
    wakes.tryEmitNext(0L);
  }

  /** Works until it is disposed of. */
  public Disposable start() {
    return Flux.merge(Flux.interval(Duration.ZERO, POLL).onBackpressureDrop(), wakes.asFlux())
        .onBackpressureLatest()
        .concatMap(
            turn ->
                provision
                    .whatIsDue()
                    .onErrorResume(
                        failure -> {
                          log.warn("organisations could not be looked at: {}", failure.toString());
                          return reactor.core.publisher.Mono.empty();
                        }),
            0)
        .subscribe();
  }
}
