package io.slipway.chaos;

/**
 * A promise that was broken.
 *
 * @param run the id of the run, or what else it is about
 */
record Violation(Kind kind, String run, String detail) {

  /** What was promised, said as what happened instead. */
  enum Kind {
    LOST("was accepted, and the API no longer knows it"),
    NOT_ENDED("was accepted, and has not ended in time"),
    WRONG_END("ended otherwise than its approvers and agent said"),
    CHANGED_AFTER_END("changed after it had ended"),
    ENDED_TWICE("was said to end more than once"),
    END_NOT_SAID("has ended, and no event says so"),
    EVENT_DISAGREES("ended otherwise in its events than in the API"),
    VERSION_MISSING("lacks a version among its events"),
    VERSION_TWICE("has two events with one version"),
    OUT_OF_ORDER("has events that are not in order"),
    INVOKED_TWICE("is on the organisation's topic more than once"),
    NEVER_INVOKED("never came to the organisation's topic"),
    DECLINED_BUT_INVOKED("was declined, and is on the organisation's topic"),
    INVOKED_BEFORE_DECISION("reached its agent before anybody had voted"),
    NOT_ASKED_FOR("was never asked for"),
    SECOND_RUN("is a second run for one Idempotency-Key"),
    REFUSED("was refused although the request was right"),
    DEAD_LETTER("has dead letters, because something was away for a while"),
    NOT_RESTARTED("was killed, and did not come back"),
    UNREADABLE("could not be read");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(run, kind.words(), detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
