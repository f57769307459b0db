package io.slipway.orchestrator.run;

/** Whether the work of a run can leave for its backend now. */
public sealed interface Departure {

  /** It can: rendered and signed, once. */
  record Ready(Parcel parcel) implements Departure {}

  /** It cannot now, but will: something that is needed is away. */
  record Later(String why) implements Departure {}

  /** It never can. */
  record Impossible(String why) implements Departure {}
}
