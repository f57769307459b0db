package io.slipway.notifier.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to tell something. */
public sealed interface Answer {

  /** The other side has it. */
  record Accepted() implements Answer {}

  /**
   * The other side will never take it.
   *
   * @param why without addresses or secrets
   */
  record Refused(String why) implements Answer {}

  /**
   * It may work later.
   *
   * @param why without addresses or secrets
   * @param notBefore how long the other side asked to be left alone
   */
  record Failed(String why, @Nullable Duration notBefore) implements Answer {

    /** A failure of which the other side said no more. */
    public Failed(String why) {
      this(why, null);
    }
  }
}
