package io.slipway.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.embedded.KafkaBroker;
import io.slipway.embedded.PostgresServer;
import io.slipway.embedded.SchemaRegistry;
import io.slipway.local.state.DataDirectory;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigurationTest {

  @TempDir private Path folder;
  private DataDirectory data;

  @BeforeEach
  void aDataDirectory() {
    data = new DataDirectory(folder.resolve("data")).create();
  }

  @Test
  void tellsEachWhereTheOthersAreAndGivesNoTwoThemselvesAPort() {
    var told = told(null);
    var ports = new HashSet<String>();

    for (var service : Service.values()) {
      var properties = told.of(service);
      assertThat(ports.add(properties.get("server.port"))).isTrue();
      assertThat(ports.add(properties.get("management.server.port"))).isTrue();
      for (var other : Service.values()) {
        assertThat(properties)
            .containsEntry(
                "slipway.doors." + other.id(),
                "http://127.0.0.1:" + told.of(other).get("server.port"));
      }
    }
    assertThat(told.of(Service.ACTION_API)).containsEntry("server.port", "8123");
  }

  @Test
  void givesTheTokensKeyToTheEdgeAloneAndEachItsOwnDatabasePassword() {
    var told = told(null);

    var passwords = new HashSet<String>();
    for (var service : Service.values()) {
      assertThat(told.of(service).containsKey("slipway.tokens.key"))
          .isEqualTo(service == Service.ACTION_API);
      assertThat(passwords.add(told.of(service).get("spring.r2dbc.password"))).isTrue();
    }
    var key = told.of(Service.NOTIFIER).get("slipway.doors.key");
    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(told(null).of(Service.CATALOG_SERVICE)).containsEntry("slipway.doors.key", key);
  }

  @Test
  void keepsMailsAsFilesUntilThereIsAServer() {
    assertThat(told(null).of(Service.NOTIFIER))
        .containsEntry("slipway.mail.directory", data.mail().toString())
        .doesNotContainKey("spring.mail.host");
    assertThat(told(new Smtp("mail.example", 2525, null, null, "a@b.c")).of(Service.NOTIFIER))
        .containsEntry("spring.mail.host", "mail.example")
        .containsEntry("spring.mail.port", "2525")
        .containsEntry("slipway.mail.from", "a@b.c")
        .doesNotContainKey("slipway.mail.directory");
  }

  private ServiceConfiguration told(@Nullable Smtp smtp) {
    var addresses = Addresses.of(data, 8123);
    var postgres = new PostgresServer(data.postgres(), addresses.postgres());
    var broker = new KafkaBroker(data.kafka(), addresses.kafka());
    var registry = new SchemaRegistry(data.registry(), addresses.registry(), postgres);
    return new ServiceConfiguration(data, addresses, postgres, broker, registry, smtp);
  }
}
