package io.slipway.local;

import io.slipway.bench.Bench;
import io.slipway.bench.BenchSettings;
import io.slipway.bench.BenchSettings.Arrivals;
import io.slipway.bench.BenchSettings.Reporting;
import io.slipway.local.suite.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    description = {
      "Measures whole lives of runs under an open-loop load, next to the floors of the same broker",
      "and database. Takes about two and a half minutes."
    })
final class BenchCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Option(names = "--rates", split = ",", paramLabel = "N", description = "Runs per second.")
  private List<Integer> rates = List.of();

  @Option(names = "--seconds", paramLabel = "N", description = "How long each rate is kept up.")
  private @Nullable Integer seconds;

  @Option(names = "--quick", description = "Half a minute in all, for a look.")
  private boolean quick;

  @Option(names = "--poisson", description = "Arrivals at random instead of evenly spaced.")
  private boolean poisson;

  @Option(names = "--report-by-topic", description = "The agent reports on its topic, not by HTTP.")
  private boolean byTopic;

  @Override
  public Integer call() throws Exception {
    try (var used = UsedSuite.runningOrStarted(options, new Progress(System.out))) {
      var suite = Occasion.in(used, "bench");
      var settings = quick ? BenchSettings.quick(suite) : BenchSettings.usual(suite);
      if (!rates.isEmpty()) {
        settings = settings.at(rates);
      }
      if (seconds != null) {
        settings = settings.lasting(Duration.ofSeconds(seconds));
      }
      if (poisson) {
        settings = settings.with(Arrivals.POISSON);
      }
      if (byTopic) {
        settings = settings.with(Reporting.TOPIC);
      }
      return Bench.run(settings, System.out);
    }
  }
}
