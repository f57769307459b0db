package io.slipway.orchestrator.run;

import java.util.List;
import reactor.core.publisher.Mono;

/** What is said to others, in the transaction of the change. */
public interface Announcements {

  /** Says what others need to know of these events. */
  Mono<Void> say(List<RunEvent> events);
}
