package io.slipway.actionapi.organization.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.embedded.broker.PlainUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, the local broker must understand. */
class PlainUsersFileTest {
  @TempDir private Path folder;

  @Test
  void theBrokerKnowsWhoWasWritten() throws Exception {
    var file = folder.resolve("plain-users");
    var ours = new PlainUsersFile(file.toString());

    ours.put("org_a", "one");
    ours.put("org_b", "two");
    ours.put("org_a", "three");

    var broker = new PlainUsers(file);
    assertThat(broker.matches("org_a", "three".toCharArray())).isTrue();
    assertThat(broker.matches("org_a", "one".toCharArray())).isFalse();
    assertThat(broker.matches("org_b", "two".toCharArray())).isTrue();
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
