package io.slipway.actionapi.organization;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Causes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Founds the organisation of a credentials file, so that a fresh installation has one. */
public final class FirstOrganization {
  private static final Logger log = LoggerFactory.getLogger(FirstOrganization.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final FoundOrganization foundOrganization;

  public FirstOrganization(FoundOrganization foundOrganization) {
    this.foundOrganization = foundOrganization;
  }

  /**
   * Founds what the file says, if it was not founded before; tries until the database is there.
   *
   * @throws IllegalStateException when the file cannot be read or asks for what cannot be had
   */
  public Mono<Void> from(Path file) {
    return Mono.fromCallable(() -> Founding.of(Json.parse(read(file))))
        .flatMap(
            founding ->
                foundOrganization
                    .handle(founding)
                    .retryWhen(
                        Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                            .maxBackoff(LONGEST_PAUSE)
                            .filter(Causes::mayHeal)))
        .doOnNext(FirstOrganization::report)
        .then();
  }

  private static void report(FoundOrganization.Reply reply) {
    switch (reply) {
      case FoundOrganization.Reply.Founded(var founding) ->
          log.info("the first organisation, {}, is being made", founding.orgId());
      case FoundOrganization.Reply.AlreadyFounded(var founding) ->
          log.info("the first organisation, {}, is there", founding.orgId());
      case FoundOrganization.Reply.Taken(var id) ->
          throw new IllegalStateException(
              "slipway.first-organization names " + id + ", which was given away before");
      case FoundOrganization.Reply.Invalid(var faults) ->
          throw new IllegalStateException("slipway.first-organization cannot be had: " + faults);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("slipway.first-organization cannot be read", failure);
    }
  }
}
