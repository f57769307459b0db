package io.slipway.catalog.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Which entities a program wrote last, by what it calls itself. */
public interface Datasources {

  /**
   * What is asked for.
   *
   * @param prefix with which the program's name begins
   * @param suffix with which it ends
   * @param before only entities that were not written since, or null for all
   * @param after only entities made after this one, for pages
   * @param most how many at most
   */
  record Asked(String prefix, String suffix, @Nullable Instant before, long after, int most) {}

  /**
   * An entity that was found.
   *
   * @param seq grows with every entity made, so that pages can be cut by it
   */
  record Written(long seq, String blueprint, String identifier) {}

  /** Those that a program wrote last, in the order of their creation. */
  Flux<Written> writtenBy(String organization, Asked asked);
}
