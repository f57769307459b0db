package io.slipway.orchestrator.dispatch;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that are to be made, by the database's clock, each by one replica at a time. */
public interface DueCalls {

  /**
   * Claims what is due: the lease and the number of the attempt are kept before anything is called.
   * A call whose lease ended is due again.
   *
   * @param most how many at once
   * @param perOrganization how many of one organization may be on their way at the same time
   */
  Flux<Call> claim(int most, int perOrganization, Duration lease);

  /** Due again after a pause, unless somebody else has claimed it since. */
  Mono<Void> again(Call call, Duration pause, String why);

  /** Answered for good. */
  Mono<Void> done(Call call);
}
