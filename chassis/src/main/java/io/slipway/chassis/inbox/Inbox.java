package io.slipway.chassis.inbox;

import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Remembers which messages were seen. Called inside the transaction of the effect, and after the
 * row that the message is about has been locked: otherwise a message could be remembered whose
 * change was lost.
 */
public final class Inbox {
  private static final String REMEMBER =
      """
      insert into inbox (message_id) values (:message) on conflict do nothing
      """;
  private static final String FORGET =
      """
      delete from inbox where seen_at < now() - interval '8 days'
      """;

  private final DatabaseClient database;

  public Inbox(DatabaseClient database) {
    this.database = database;
  }

  /**
   * True the first time a message is seen.
   *
   * @param message the id that stays the same whenever the message is delivered again
   */
  public Mono<Boolean> firstSight(String message) {
    return database
        .sql(REMEMBER)
        .bind("message", message)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Forgets what no topic can deliver again: topics keep seven days, we remember eight. */
  public Mono<Long> sweep() {
    return database.sql(FORGET).fetch().rowsUpdated();
  }
}
