package io.slipway.local;

import io.slipway.local.edge.Organizations;
import io.slipway.local.state.Claim;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.state.Secrets;
import java.util.Optional;

/** The suite that runs on a data directory, for commands that use one. */
public record RunningSuite(DataDirectory data, Credentials credentials) {

  /** The running suite, or a sentence on how to start it. */
  public static RunningSuite of(SuiteOptions options) {
    return find(options)
        .orElseThrow(
            () ->
                new Complaint(
                    "No suite runs on %s. Start one with `./slipway up --data %1$s`."
                        .formatted(options.data().root())));
  }

  /** The running suite, if there is one. */
  public static Optional<RunningSuite> find(SuiteOptions options) {
    var data = options.data();
    if (!Claim.isHeld(data)) {
      return Optional.empty();
    }
    return Credentials.read(data.credentials())
        .map(known -> new RunningSuite(data, at(known, options)));
  }

  private static Credentials at(Credentials known, SuiteOptions options) {
    return options.namesPort()
        ? known.at("http://127.0.0.1:" + options.port(), known.kafkaBootstrap())
        : known;
  }

  public Organizations organizations() {
    return new Organizations(
        credentials.apiUrl(), credentials.kafkaBootstrap(), new Secrets(data).doorsKey());
  }
}
