package io.slipway.orchestrator.stream;

import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Sight;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What runs have said, read for many watchers at once. */
public interface SaidSource {

  /** A watcher's question: what has this run said behind that number? */
  record Wanted(long watcher, Sight sight, RunId run, long after) {}

  /**
   * The answer to one watcher; a watcher that gets none may not see the run any more.
   *
   * @param ended how long ago the run ended, by the database's clock; null while it goes on
   * @param last the number of what it said last
   */
  record Told(long watcher, @Nullable Duration ended, long last, List<Said> said) {}

  /** Answers to all of them, by one question to the database. */
  Flux<Told> tell(Collection<Wanted> wanted);
}
