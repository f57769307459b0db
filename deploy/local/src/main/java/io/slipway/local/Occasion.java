package io.slipway.local;

import io.slipway.bench.suite.DatabaseAccess;
import io.slipway.bench.suite.OrganizationAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.local.edge.Organizations.Wish;
import io.slipway.local.state.Credentials;
import io.slipway.local.suite.InsideAccess;
import java.net.URI;
import java.time.Duration;

/** A suite and an organisation of its own, for a command that puts load on it. */
final class Occasion {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Occasion() {}

  /** How to reach the suite, in a new organisation whose id begins with this word. */
  static SuiteAccess in(UsedSuite used, String word) {
    var organizations = used.organizations();
    var id = word + "_" + Credentials.letters(12);
    var credentials = organizations.create(Wish.of(id));
    organizations.awaitActive(id, PATIENCE);
    var apiUrl = used.credentials().apiUrl();
    var inside = new InsideAccess(used.data(), URI.create(apiUrl).getPort());
    return new SuiteAccess(
        apiUrl,
        new OrganizationAccess(
            credentials.orgId(),
            credentials.clientId(),
            credentials.clientSecret(),
            credentials.kafkaBootstrap(),
            credentials.kafkaUsername(),
            credentials.kafkaPassword()),
        inside.kafkaAdmin(),
        new DatabaseAccess(inside.jdbcUrl(), inside.databaseUser(), inside.databasePassword()),
        inside.registryUrl(),
        used.data().root());
  }
}
