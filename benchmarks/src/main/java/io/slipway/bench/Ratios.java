package io.slipway.bench;

/**
 * The suite against its floors, at p50, where a floor is the mean of that before and that after, so
 * that a machine that drifts does not decide. Only the chain is that after: it has the step's rate.
 *
 * @param toAgent invoke to agent ÷ (two commits + two hops); the aim is 3
 * @param toAgentUnderLoad invoke to agent ÷ the chain of the same at the same rate
 * @param answered POST answered ÷ one commit
 */
record Ratios(double toAgent, double toAgentUnderLoad, double answered) {

  static final double AIM = 3.0;

  static Ratios of(Step step, Floors before, Floors after) {
    var toAgent = step.figures(Leg.TO_AGENT).p50();
    return new Ratios(
        toAgent / mean(before.twoAndTwo(), after.twoAndTwo()),
        toAgent / after.chain().p50(),
        step.figures(Leg.ANSWERED).p50() / mean(before.commit().p50(), after.commit().p50()));
  }

  private static double mean(double before, double after) {
    return (before + after) / 2;
  }
}
