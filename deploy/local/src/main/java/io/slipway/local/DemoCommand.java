package io.slipway.local;

import io.slipway.demo.Demo;
import io.slipway.demo.DemoSettings;
import io.slipway.local.apply.Apply;
import io.slipway.local.edge.Edge;
import io.slipway.local.edge.Login;
import io.slipway.local.state.Credentials;
import io.slipway.local.suite.House;
import io.slipway.local.suite.Progress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    description = {
      "Applies examples/online-shop and tells two stories of its teams, with a small agent:",
      "a service is scaffolded, and environments live for 3 or 10 days."
    })
final class DemoCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Override
  public Integer call() throws Exception {
    try (var used = UsedSuite.runningOrStarted(options, new Progress(System.out))) {
      var credentials = used.credentials();
      var applied = shop(credentials);
      if (applied != Apply.SAME) {
        return applied;
      }
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

  /** The catalog and the actions that the stories are told with. */
  private static int shop(Credentials credentials) {
    var shop = House.locate().examples().resolve("online-shop");
    System.out.println("Applying " + shop);
    try (var edge = new Edge(credentials.apiUrl())) {
      var output = new Apply.Output(System.out, System.err, false);
      return Apply.run(List.of(shop), false, edge, Login.of(credentials).token(edge), output);
    }
  }
}
