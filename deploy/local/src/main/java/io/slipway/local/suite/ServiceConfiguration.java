package io.slipway.local.suite;

import io.slipway.embedded.KafkaBroker;
import io.slipway.embedded.PostgresServer;
import io.slipway.embedded.SchemaRegistry;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.state.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each service is told: the same properties that a distributed installation gives it. */
record ServiceConfiguration(
    DataDirectory data,
    Addresses addresses,
    PostgresServer postgres,
    KafkaBroker broker,
    SchemaRegistry registry,
    @Nullable Smtp smtp) {

  String text(Service service) {
    return of(service).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
        .collect(Collectors.joining());
  }

  Map<String, String> of(Service service) {
    var secrets = new Secrets(data);
    var all = new LinkedHashMap<String, String>();
    all.put("server.address", "127.0.0.1");
    all.put("server.port", Integer.toString(addresses.port(service)));
    all.put("management.server.address", "127.0.0.1");
    all.put("management.server.port", Integer.toString(addresses.managementPort(service)));
    database(service, secrets.databasePassword(service.id()), all);
    kafka(all);
    for (var other : Service.values()) {
      all.put("slipway.doors." + other.id(), addresses.url(other));
    }
    all.put("slipway.doors.key", secrets.doorsKey());
    all.put("slipway.sealing.key", secrets.sealingKey());
    switch (service) {
      case ACTION_API -> edge(secrets, all);
      case NOTIFIER -> {
        calls(all);
        mail(all);
      }
      case RUN_ORCHESTRATOR -> calls(all);
      case CATALOG_SERVICE, APPROVAL_SERVICE -> {}
    }
    return all;
  }

  private void database(Service service, String password, Map<String, String> all) {
    all.put("spring.r2dbc.url", postgres.r2dbcUrl());
    all.put("spring.r2dbc.username", service.schema());
    all.put("spring.r2dbc.password", password);
    all.put("spring.flyway.url", postgres.jdbcUrl());
    all.put("spring.flyway.user", service.schema());
    all.put("spring.flyway.password", password);
  }

  private void kafka(Map<String, String> all) {
    all.put("spring.kafka.bootstrap-servers", broker.internalBootstrap());
    all.put("spring.kafka.security.protocol", "SASL_PLAINTEXT");
    all.put("spring.kafka.properties.sasl.mechanism", "SCRAM-SHA-512");
    all.put(
        "spring.kafka.properties.sasl.jaas.config",
        KafkaBroker.scramJaas(KafkaBroker.SUPERUSER, broker.superuserPassword()));
    all.put("slipway.registry.url", registry.url());
    all.put("slipway.topics.prefix", InternalTopics.TOPICS.prefix());
    all.put("slipway.topics.partitions", Integer.toString(InternalTopics.TOPICS.partitions()));
    all.put("slipway.topics.replication", "1");
    all.put(
        "slipway.topics.organization-partitions",
        Integer.toString(InternalTopics.TOPICS.organizationPartitions()));
  }

  private void edge(Secrets secrets, Map<String, String> all) {
    all.put("slipway.tokens.key", secrets.tokensKey());
    all.put("slipway.first-organization", data.credentials().toString());
    all.put("slipway.agents.bootstrap", broker.agentsBootstrap());
    all.put("slipway.agents.plain-users", broker.plainUsersFile().toString());
    all.put("slipway.public-url", addresses.url(Service.ACTION_API));
  }

  /** On one machine everything is on loopback, a receiver of webhooks too; services say so. */
  private static void calls(Map<String, String> all) {
    all.put("slipway.outbound.allow-private", "true");
  }

  private void mail(Map<String, String> all) {
    if (smtp == null) {
      all.put("slipway.mail.directory", data.mail().toString());
      all.put("slipway.mail.from", "slipway@localhost");
      return;
    }
    all.put("slipway.mail.from", smtp.from());
    all.put("spring.mail.host", smtp.host());
    all.put("spring.mail.port", Integer.toString(smtp.port()));
    if (smtp.username() != null && smtp.password() != null) {
      all.put("spring.mail.username", smtp.username());
      all.put("spring.mail.password", smtp.password());
    }
  }
}
