package io.slipway.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every version that an event's schema has had, oldest first. These files are never edited: a
 * changed schema gets a file of its own, and a golden file beside it.
 */
final class Baseline {

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Baseline() {}

  record Version(int number, Schema schema) {}

  static List<Version> of(Class<? extends SpecificRecord> event) {
    var versions = new ArrayList<Version>();
    for (int number = 1; Files.exists(schemaFile(event, number)); number++) {
      versions.add(new Version(number, parsed(schemaFile(event, number))));
    }
    return versions;
  }

  static Path schemaFile(Class<?> event, int version) {
    return RESOURCES.resolve(Path.of("baseline", event.getSimpleName(), "v" + version + ".avsc"));
  }

  static Path goldenFile(Class<?> event, int version, Samples sample, String ending) {
    var name = sample.fileName() + ending;
    return RESOURCES.resolve(Path.of("golden", event.getSimpleName(), "v" + version, name));
  }

  private static Schema parsed(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
