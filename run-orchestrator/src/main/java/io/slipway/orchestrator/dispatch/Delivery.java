package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.run.Changes;
import io.slipway.orchestrator.run.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt of a call. */
public sealed interface Delivery {

  /** The backend has it, and will report. */
  record Delivered(String line) implements Delivery {}

  /** It is over, one way or the other. */
  record Settled(Outcome outcome, Changes changes, String line) implements Delivery {

    /** Failed for a reason that is also the run's summary. */
    public static Settled failed(String why) {
      return new Settled(Outcome.FAILURE, new Changes(null, null, why, null, null), why);
    }
  }

  /**
   * Nobody has it, and later somebody may.
   *
   * @param why for the run's log
   * @param atLeast how long to wait, if the backend said so
   * @param patience how long the call is tried, from its beginning
   */
  record Away(String why, @Nullable Duration atLeast, Duration patience) implements Delivery {}
}
