package io.slipway.bench;

import io.slipway.bench.suite.SuiteAccess;
import java.time.Duration;
import java.util.List;

/**
 * What to measure, and for how long.
 *
 * @param rates arrivals per second, one step each, in this order
 * @param perRate how long each step sends
 * @param warmUp how long lives are sent before anything is measured
 * @param perFloor how long each of the floors is measured, each time
 * @param idle how long the suite is watched while nobody asks it for anything
 * @param patience how long it waits for the next life to end, when all have been sent, before it
 *     calls the rest lost
 * @param arrivals evenly spaced, or at random
 * @param reporting how the agent reports
 */
public record BenchSettings(
    SuiteAccess suite,
    List<Integer> rates,
    Duration perRate,
    Duration warmUp,
    Duration perFloor,
    Duration idle,
    Duration patience,
    Arrivals arrivals,
    Reporting reporting) {

  /** How arrivals are spread over time; either way they are fixed before the first is sent. */
  public enum Arrivals {
    CONSTANT,
    POISSON
  }

  /** The two ways in which an agent may report. */
  public enum Reporting {
    HTTP("PATCH over HTTP"),
    TOPIC("record on the reports topic");

    private final String words;

    Reporting(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  public BenchSettings {
    rates = List.copyOf(rates);
    if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 1 || rate > 5000)) {
      throw new IllegalArgumentException("rates must be between 1 and 5000 per second: " + rates);
    }
    if (!perRate.isPositive()) {
      throw new IllegalArgumentException("each rate needs at least a second");
    }
  }

  /** Two minutes and a half in all. */
  public static BenchSettings usual(SuiteAccess suite) {
    return new BenchSettings(
        suite,
        List.of(50, 100, 200, 300),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofMillis(1500),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Arrivals.CONSTANT,
        Reporting.HTTP);
  }

  /**
   * Half a minute in all, for a look; its figures are those of a suite that is still warming up.
   */
  public static BenchSettings quick(SuiteAccess suite) {
    return new BenchSettings(
        suite,
        List.of(50, 100),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(700),
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Arrivals.CONSTANT,
        Reporting.HTTP);
  }

  public BenchSettings at(List<Integer> otherRates) {
    return new BenchSettings(
        suite, otherRates, perRate, warmUp, perFloor, idle, patience, arrivals, reporting);
  }

  public BenchSettings lasting(Duration otherPerRate) {
    return new BenchSettings(
        suite, rates, otherPerRate, warmUp, perFloor, idle, patience, arrivals, reporting);
  }

  public BenchSettings with(Arrivals otherArrivals) {
    return new BenchSettings(
        suite, rates, perRate, warmUp, perFloor, idle, patience, otherArrivals, reporting);
  }

  public BenchSettings with(Reporting otherReporting) {
    return new BenchSettings(
        suite, rates, perRate, warmUp, perFloor, idle, patience, arrivals, otherReporting);
  }
}
