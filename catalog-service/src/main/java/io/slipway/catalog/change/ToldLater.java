package io.slipway.catalog.change;

import reactor.core.publisher.Mono;

/** What is to be told to an address outside, after the transaction of the change. */
public interface ToldLater {

  /**
   * Keeps a record to be told, in the transaction of the change.
   *
   * @param eventId of the fact; a fact is told once
   * @param body the record on the change log
   */
  Mono<Void> tell(String organization, String eventId, String url, String body);
}
