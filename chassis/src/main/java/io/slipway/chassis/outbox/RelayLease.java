package io.slipway.chassis.outbox;

import io.slipway.chassis.rows.Rows;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The right to publish, held by one relay of a service at a time, by the database's clock. A relay
 * that was silent for too long loses it; its epoch tells it apart from whoever came after.
 */
final class RelayLease {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Free when it ran out, and at once for a restart of the process that held it. */
  private static final String TAKE =
      """
      update relay_lease set owner = :owner, epoch = epoch + 1, until = now() + :life::interval
      where name = 'outbox' and (until < now() or owner = :owner)
      returning epoch
      """;

  private static final String RENEW =
      """
      update relay_lease set until = now() + :life::interval
      where name = 'outbox' and owner = :owner and epoch = :epoch
      """;

  private static final String GIVE_BACK =
      """
      update relay_lease set until = now()
      where name = 'outbox' and owner = :owner and epoch = :epoch
      """;

  private final DatabaseClient database;
  private final String owner;
  private final String life;
  private volatile @Nullable Held held;

  RelayLease(DatabaseClient database, String owner, Duration life) {
    this.database = database;
    this.owner = owner;
    this.life = life.toMillis() + " milliseconds";
  }

  /** A lease as it was given. */
  record Held(String owner, long epoch) {}

  /** The lease, or null while another relay has it. */
  @Nullable Held held() {
    return held;
  }

  /** Takes the lease if it is free, or makes it last; true when a new epoch begins. */
  boolean takeOrRenew() {
    var now = held;
    if (now != null) {
      if (renewed(now)) {
        return false;
      }
      held = null;
    }
    var epoch =
        database
            .sql(TAKE)
            .bind("owner", owner)
            .bind("life", life)
            .map(row -> Rows.required(row, "epoch", Long.class))
            .one()
            .block(PATIENCE);
    held = epoch == null ? null : new Held(owner, epoch);
    return epoch != null;
  }

  private boolean renewed(Held now) {
    var rows =
        database
            .sql(RENEW)
            .bind("owner", owner)
            .bind("epoch", now.epoch())
            .bind("life", life)
            .fetch()
            .rowsUpdated()
            .block(PATIENCE);
    return rows != null && rows == 1;
  }

  /** Gives the lease back at a graceful stop, so that nobody has to wait for it to run out. */
  void giveBack() {
    var now = held;
    held = null;
    if (now != null) {
      database
          .sql(GIVE_BACK)
          .bind("owner", owner)
          .bind("epoch", now.epoch())
          .fetch()
          .rowsUpdated()
          .block(PATIENCE);
    }
  }
}
