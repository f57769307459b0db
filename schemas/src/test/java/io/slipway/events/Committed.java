package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written from the code and committed for people to read. Run the test with {@code
 * -Dslipway.docs.write=true} to write it anew.
 */
final class Committed {

  private final Path file;

  Committed(String first, String... more) {
    this.file = Path.of(first, more);
  }

  void says(String text) throws IOException {
    if (Boolean.getBoolean("slipway.docs.write")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("run this test once with -Dslipway.docs.write=true").exists();
    assertThat(Files.readString(file))
        .as("%s is out of date: run this test once with -Dslipway.docs.write=true", file)
        .isEqualTo(text);
  }
}
