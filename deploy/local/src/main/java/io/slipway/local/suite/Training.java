package io.slipway.local.suite;

import io.slipway.embedded.FreePorts;
import io.slipway.embedded.Infra;
import io.slipway.events.registration.SchemaRegistration;
import io.slipway.events.wire.RegistryAddress;
import io.slipway.local.edge.Organizations;
import io.slipway.local.edge.Probe;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.state.Secrets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes the caches that let everything start in half the time: runs the whole suite once, for
 * nobody, in a folder that goes away. What cannot be trained starts without a cache.
 */
public final class Training {

  private final Progress progress;

  public Training(Progress progress) {
    this.progress = progress;
  }

  /** Whether the services' cache fits what is built. The others are made on the way. */
  public static boolean isDone() {
    return House.locate().cache().exists();
  }

  public void run(Path folder) {
    var data = new DataDirectory(folder).create();
    try (var infra = Infra.temporary()) {
      progress.step("rehearsal", () -> rehearse(data, infra));
      progress.step(
          "caches",
          () -> {
            infra.close();
            return isDone() ? "written" : "not written";
          });
    }
  }

  private String rehearse(DataDirectory data, Infra infra) throws Exception {
    var addresses = Addresses.of(data, FreePorts.take(1).getFirst());
    var apiUrl = addresses.url(Service.ACTION_API);
    Credentials.invent(apiUrl, infra.agentsBootstrap()).write(data.credentials());
    InternalTopics.ensure(infra.broker());
    new SchemaRegistration(RegistryAddress.apicurio(infra.registryUrl()), InternalTopics.TOPICS)
        .registerAll();
    var secrets = new Secrets(data).ensure();
    for (var service : Service.values()) {
      infra.postgres().ensureOwner(service.schema(), secrets.databasePassword(service.id()));
    }
    var told =
        new ServiceConfiguration(
            data, addresses, infra.postgres(), infra.broker(), infra.registry(), null);
    var rehearsal = new RehearsalPart(House.locate(), told);
    try {
      rehearsal.start();
      var organizations = new Organizations(apiUrl, infra.agentsBootstrap(), secrets.doorsKey());
      var first = Credentials.read(data.credentials()).orElseThrow();
      organizations.awaitActive(first.orgId(), Duration.ofSeconds(60));
      return new Probe(organizations, data.probe()).run();
    } finally {
      rehearsal.stop();
    }
  }
}
