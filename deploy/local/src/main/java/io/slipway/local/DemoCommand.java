package io.slipway.local;

import io.slipway.demo.Demo;
import io.slipway.demo.DemoSettings;
import io.slipway.local.suite.Progress;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    description = {
      "Tells two stories of platform teams on the real suite, with a small agent:",
      "a service is scaffolded, and environments live for 3 or 10 days."
    })
final class DemoCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Override
  public Integer call() throws Exception {
    try (var used = UsedSuite.runningOrStarted(options, new Progress(System.out))) {
      var credentials = used.credentials();
      return Demo.run(
          new DemoSettings(
              URI.create(credentials.apiUrl()),
              credentials.orgId(),
              credentials.clientId(),
              credentials.clientSecret(),
              credentials.adminEmail(),
              credentials.adminPassword(),
              credentials.kafkaBootstrap(),
              credentials.kafkaUsername(),
              credentials.kafkaPassword(),
              used.data().root().resolve("demo")),
          System.out);
    }
  }
}
