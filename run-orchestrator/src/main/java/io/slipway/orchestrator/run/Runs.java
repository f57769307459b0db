package io.slipway.orchestrator.run;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where runs are kept. */
public interface Runs {

  /** What became of a signal. */
  sealed interface Advanced {
    /** The run after it. */
    Run run();

    /** It was taken note of. */
    record Applied(Run run, List<RunEvent> events) implements Advanced {}

    /** It changed nothing, and this is why. */
    record Ignored(Run run, String why) implements Advanced {}

    /** It had been taken note of before. */
    record Repeated(Run run) implements Advanced {}
  }

  /**
   * Keeps a run that has just begun, with all that is said of it; false when it was there before,
   * or its organization has been erased.
   */
  Mono<Boolean> begin(Step.Moved first);

  /**
   * Lends a run to a function and keeps and says what comes out of it, in one statement, if the run
   * did not go on meanwhile; else it is lent again. Empty when there is no such run in that
   * organization.
   *
   * @param cause the id of the message that is the reason; a repeated one changes nothing. Null for
   *     a request that has none
   * @param step pure, for it may be asked more than once; an exception from it writes nothing
   */
  Mono<Advanced> advance(
      String organization, RunId id, @Nullable String cause, Function<Run, Step> step);

  /** A run, if it is there and may be seen. */
  Mono<Run> find(Sight sight, RunId id);

  /** Runs that may be seen, newest first. */
  Flux<Run> list(Sight sight, RunQuery query);

  /** Remembers who is asked to approve a run, since they may see it. */
  Mono<Void> approvers(String organization, RunId id, Collection<String> emails);
}
