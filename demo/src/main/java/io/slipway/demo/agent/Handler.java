package io.slipway.demo.agent;

/**
 * Does the work of one action.
 *
 * <p>It may be called again for a run that it has begun before, when the agent was stopped in
 * between; so what it does must bear repeating.
 */
@FunctionalInterface
public interface Handler {

  /**
   * Does the work and reports its end. Whatever it throws ends the run as a failure, with the
   * message as the summary; only an interruption does not, for then the agent is being stopped and
   * the run will come again.
   *
   * @param report tells Slipway, and whoever watches, how it goes
   * @param api speaks to Slipway as this organisation, within the trace of this run
   */
  void handle(Invocation invocation, RunReport report, SlipwayApi api) throws Exception;
}
