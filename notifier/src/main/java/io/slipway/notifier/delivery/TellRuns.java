package io.slipway.notifier.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells runs of what could not be delivered, until their log has it. */
public final class TellRuns implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TellRuns.class);
  private static final int AT_ONCE = 20;

  private final Deliveries deliveries;
  private final RunLogs runLogs;
  private final Duration look;
  private final Duration pause;
  private @Nullable Disposable telling;

  /**
   * @param look how often is looked for news
   * @param pause after which a try is made again that came to nothing
   */
  public TellRuns(Deliveries deliveries, RunLogs runLogs, Duration look, Duration pause) {
    this.deliveries = deliveries;
    this.runLogs = runLogs;
    this.look = look;
    this.pause = pause;
  }

  /** Begins to look. */
  public void start() {
    telling =
        Flux.interval(look).onBackpressureDrop().concatMap(_ -> whatIsUntold(), 0).subscribe();
  }

  private Mono<Void> whatIsUntold() {
    return deliveries
        .untold(AT_ONCE, pause)
        .concatMap(this::tell)
        .then()
        .onErrorResume(
            failure -> {
              log.warn("what was given up could not be looked for: {}", failure.toString());
              return Mono.empty();
            });
  }

  private Mono<Void> tell(GivenUp givenUp) {
    return runLogs
        .write(givenUp)
        .then(Mono.defer(() -> deliveries.told(givenUp)))
        .onErrorResume(
            failure -> {
              log.info("a run will be told later: {}", failure.toString());
              return Mono.empty();
            });
  }

  @Override
  public void close() {
    if (telling != null) {
      telling.dispose();
    }
  }
}
