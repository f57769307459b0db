package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes what a new or changed event lacks: its schema among the baseline, and its golden files. It
 * never touches a file that exists. Look at what it wrote, then commit it:
 *
 * <pre>mvn -pl schemas test -Dtest=NewGoldenFilesTest -Dslipway.golden.write=true</pre>
 */
@EnabledIfSystemProperty(named = "slipway.golden.write", matches = "true")
class NewGoldenFilesTest {

  @Test
  void everyEventHasItsFiles() throws IOException {
    writeMissing();

    for (var event : Events.all()) {
      var newest = Baseline.of(event).getLast();
      assertThat(newest.schema()).isEqualTo(Events.schemaOf(event));
      for (var sample : Samples.values()) {
        assertThat(Baseline.goldenFile(event, newest.number(), sample, ".bin")).exists();
      }
    }
  }

  private static void writeMissing() throws IOException {
    for (var event : Events.all()) {
      var today = Events.schemaOf(event);
      var versions = Baseline.of(event);
      var isNew = versions.isEmpty() || !versions.getLast().schema().equals(today);
      var version = versions.size() + (isNew ? 1 : 0);
      write(Baseline.schemaFile(event, version), today.toString(true) + "\n");
      for (var sample : Samples.values()) {
        var record = sample.of(event);
        write(Baseline.goldenFile(event, version, sample, ".bin"), AvroBytes.write(record));
        write(Baseline.goldenFile(event, version, sample, ".json"), AvroBytes.json(record));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] content) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
  }
}
