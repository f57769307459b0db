package io.slipway.actionapi.invocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands the orchestrator what it may not have heard of yet, so that whoever asked for something
 * finds it in the next list. A failure costs the list nothing but what it would have shown more.
 */
public final class HandOver {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);
  private static final int MOST = 1000;
  private static final int MOST_TOGETHER = 200;
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Invocations invocations;
  private final Runs runs;

  public HandOver(Invocations invocations, Runs runs) {
    this.invocations = invocations;
    this.runs = runs;
  }

  /** Hands over the organisation's newest unconfirmed invocations; never fails. */
  public Mono<Void> unconfirmed(String organization) {
    return invocations
        .unconfirmed(organization, MOST)
        .flatMapMany(all -> Flux.fromIterable(portions(all)))
        .concatMap(portion -> begin(organization, portion))
        .then()
        .timeout(PATIENCE)
        .onErrorResume(
            failure -> {
              log.warn("invocations could not be handed over: {}", failure.toString());
              return Mono.empty();
            });
  }

  /** One that the orchestrator cannot take must not keep the others back. */
  private Mono<Void> begin(String organization, List<Said> portion) {
    return runs.begin(organization, portion)
        .flatMap(begun -> invocations.confirm(organization, begun))
        .onErrorResume(
            failure ->
                portion.size() > 1 && !io.slipway.chassis.problem.Causes.mayHeal(failure)
                    ? Flux.fromIterable(portion)
                        .concatMap(one -> begin(organization, List.of(one)))
                        .then()
                    : skipped(failure));
  }

  private static Mono<Void> skipped(Throwable failure) {
    log.warn("an invocation could not be handed over: {}", failure.toString());
    return Mono.empty();
  }

  static List<List<Said>> portions(List<Said> all) {
    var portions = new ArrayList<List<Said>>();
    var portion = new ArrayList<Said>();
    long bytes = 0;
    for (var said : all) {
      bytes += said.payload().length;
      if (!portion.isEmpty() && (portion.size() >= MOST_TOGETHER || bytes > MOST_BYTES)) {
        portions.add(portion);
        portion = new ArrayList<>();
        bytes = said.payload().length;
      }
      portion.add(said);
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }
}
