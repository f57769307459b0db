/**
 * The vocabulary of the journeys: the suite as a user has it, an organisation in it, an agent.
 *
 * <p>Start at {@link io.slipway.e2e.house.SuiteUnderTest}.
 */
package io.slipway.e2e.house;
