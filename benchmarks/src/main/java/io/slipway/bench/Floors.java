package io.slipway.bench;

/**
 * What nothing built on this broker and this database can beat, measured beside it.
 *
 * @param hop one record produced and consumed, one at a time
 * @param commit two rows inserted and committed on one connection, one at a time
 * @param chain commit, hop, commit, hop, arriving at the same rate as the lives
 */
record Floors(Figures hop, Figures commit, Figures chain) {

  /** The two commits and two hops that lie between an invocation and its agent, at p50. */
  double twoAndTwo() {
    return 2 * commit.p50() + 2 * hop.p50();
  }
}
