package io.slipway.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainUsersTest {

  @TempDir private Path folder;

  @Test
  void knowsOnlyTheRightPasswordOfAKnownUser() {
    var users = new PlainUsers(folder.resolve("users"));

    users.put("org_a", "right");

    assertThat(users.matches("org_a", "right".toCharArray())).isTrue();
    assertThat(users.matches("org_a", "wrong".toCharArray())).isFalse();
    assertThat(users.matches("org_b", "right".toCharArray())).isFalse();
  }

  @Test
  void seesWhatAnotherWriterChanged() {
    var file = folder.resolve("users");
    var reader = new PlainUsers(file);
    var writer = new PlainUsers(file);
    assertThat(reader.matches("org_a", "one".toCharArray())).isFalse();

    writer.put("org_a", "one");
    assertThat(reader.matches("org_a", "one".toCharArray())).isTrue();
    writer.put("org_a", "two");
    writer.put("org_b", "three");

    assertThat(reader.matches("org_a", "one".toCharArray())).isFalse();
    assertThat(reader.matches("org_a", "two".toCharArray())).isTrue();
    assertThat(reader.matches("org_b", "three".toCharArray())).isTrue();
    writer.remove("org_a");
    assertThat(reader.matches("org_a", "two".toCharArray())).isFalse();
  }

  @Test
  void readsALineWrittenByTheDocumentedFormat() throws Exception {
    var file = folder.resolve("users");
    var salt = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(salt);
    digest.update("pässword".getBytes(StandardCharsets.UTF_8));
    var base64 = Base64.getEncoder();

    Files.writeString(
        file,
        "not a line\norg_a:%s:%s\nbroken:*:*\n"
            .formatted(base64.encodeToString(salt), base64.encodeToString(digest.digest())));

    assertThat(new PlainUsers(file).matches("org_a", "pässword".toCharArray())).isTrue();
    assertThat(new PlainUsers(file).matches("broken", "".toCharArray())).isFalse();
  }

  @Test
  void keepsTheFileToItsOwner() throws Exception {
    var file = folder.resolve("users");
    Files.writeString(file, "", StandardOpenOption.CREATE);

    new PlainUsers(file).put("org_a", "secret");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain("secret");
  }

  @Test
  void refusesNamesThatWouldBreakALine() {
    var users = new PlainUsers(folder.resolve("users"));

    assertThatThrownBy(() -> users.put("a:b", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> users.put("a\nb", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> users.put("", "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
