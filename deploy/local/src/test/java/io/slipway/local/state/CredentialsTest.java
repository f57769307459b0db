package io.slipway.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir private Path folder;

  @Test
  void inventsAnOrganisationThatNobodyCanGuess() {
    var one = Credentials.invent("http://127.0.0.1:8080", "127.0.0.1:9092");
    var other = Credentials.invent("http://127.0.0.1:8080", "127.0.0.1:9092");

    assertThat(one.orgId()).matches("org_[A-Za-z0-9]{16}").isNotEqualTo(other.orgId());
    assertThat(one.kafkaUsername()).isEqualTo(one.orgId());
    assertThat(one.clientId()).hasSize(32);
    assertThat(one.clientSecret()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(one.kafkaPassword()).hasSizeGreaterThanOrEqualTo(43);
  }

  @Test
  void keepsThemInAFileForItsOwnerOnly() throws Exception {
    var file = folder.resolve("credentials.json");
    var credentials = Credentials.invent("http://127.0.0.1:8080", "127.0.0.1:9092").write(file);

    assertThat(Credentials.read(file)).contains(credentials);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var keys = Json.MAPPER.readTree(file.toFile()).propertyNames();
    assertThat(keys)
        .containsExactlyInAnyOrder(
            "orgId",
            "clientId",
            "clientSecret",
            "adminEmail",
            "adminPassword",
            "apiUrl",
            "kafkaBootstrap",
            "kafkaUsername",
            "kafkaPassword");
  }

  @Test
  void staysSilentAboutSecretsInLogs() {
    var credentials = Credentials.invent("http://127.0.0.1:8080", "127.0.0.1:9092");

    assertThat(credentials.toString())
        .contains(credentials.orgId())
        .doesNotContain(credentials.clientSecret())
        .doesNotContain(credentials.adminPassword())
        .doesNotContain(credentials.kafkaPassword());
  }
}
