package io.slipway.local;

import io.slipway.chaos.Chaos;
import io.slipway.chaos.ChaosSettings;
import io.slipway.local.suite.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "chaos",
    description = {
      "Kills every service, the broker and PostgreSQL with -9, again and again, under load, and",
      "checks that every run that was accepted has ended, once. About twenty minutes."
    })
final class ChaosCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides what is killed when; printed, so that a run can be repeated.")
  private @Nullable Long seed;

  @Option(names = "--kills", paramLabel = "N", description = "Of each process (default: 10).")
  private @Nullable Integer kills;

  @Option(names = "--rate", paramLabel = "N", description = "Runs per second (default: 20).")
  private @Nullable Double rate;

  @Override
  public Integer call() throws Exception {
    try (var used = UsedSuite.runningOrStarted(options, new Progress(System.out))) {
      var chosen = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000L) : seed;
      var settings = ChaosSettings.usual(Occasion.in(used, "chaos"), chosen);
      if (kills != null) {
        settings = settings.killing(kills);
      }
      if (rate != null) {
        settings = settings.at(rate);
      }
      return Chaos.run(settings, System.out);
    }
  }
}
