package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

  @TempDir private Path folder;

  @Test
  void makesAPasswordOnceAndKeepsIt() throws Exception {
    var file = folder.resolve("deep/password");

    var first = SecretFile.password(file);

    assertThat(first).hasSizeGreaterThanOrEqualTo(43);
    assertThat(SecretFile.password(file)).isEqualTo(first);
    assertThat(SecretFile.password(folder.resolve("other"))).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesTheWholeFileAndLeavesNoOther() throws Exception {
    var file = folder.resolve("file");
    SecretFile.write(file, "a long first text");

    SecretFile.write(file, "short");

    assertThat(Files.readString(file)).isEqualTo("short");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
