package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes that were written once, by any version, are read for ever. */
class GoldenEventTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  record Golden(Class<? extends SpecificRecord> event, Baseline.Version version, Samples sample) {

    @Override
    public String toString() {
      return event.getSimpleName() + " v" + version.number() + " " + sample.fileName();
    }
  }

  static Stream<Golden> golden() {
    return Events.all().stream()
        .flatMap(
            event ->
                Baseline.of(event).stream()
                    .flatMap(
                        version ->
                            Stream.of(Samples.values())
                                .map(sample -> new Golden(event, version, sample))));
  }

  @Test
  void everyEventHasGoldenFiles() {
    assertThat(golden().map(Golden::event).distinct().count()).isEqualTo(Events.all().size());
    assertThat(Events.all()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void todaysClassesReadIt(Golden golden) throws IOException {
    var bytes = Files.readAllBytes(file(golden, ".bin"));

    var event = AvroBytes.read(bytes, golden.version().schema(), Events.schemaOf(golden.event()));

    var approved = JSON.readTree(Files.readString(file(golden, ".json")));
    assertThat(event).isInstanceOf(golden.event());
    assertThat(differences("", approved, JSON.readTree(event.toString()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void itsReadersReadWhatIsWrittenToday(Golden golden) throws IOException {
    var today = golden.sample().of(golden.event());
    var schema = golden.version().schema();

    var read = AvroBytes.readGenerically(AvroBytes.write(today), today.getSchema(), schema);

    assertThat(read.getSchema()).isEqualTo(schema);
    assertThat(read.get("organization")).hasToString(today.get(position(today)).toString());
  }

  @Test
  void aChangedValueIsNoticed() {
    var approved = JSON.readTree("{\"a\":{\"b\":[1,{\"c\":null}]}}");

    var changed = JSON.readTree("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":null}");

    assertThat(differences("", approved, changed)).containsExactly("/a/b/1/c was null and is 2");
  }

  /**
   * A field that was added later is no difference: another test sees to it that it has a default.
   */
  private static List<String> differences(String path, JsonNode approved, JsonNode now) {
    var found = new ArrayList<String>();
    if (approved.isObject() && now.isObject()) {
      approved
          .properties()
          .forEach(
              field ->
                  found.addAll(
                      differences(
                          path + "/" + field.getKey(),
                          field.getValue(),
                          now.path(field.getKey()))));
    } else if (approved.isArray() && now.isArray() && approved.size() == now.size()) {
      for (int i = 0; i < approved.size(); i++) {
        found.addAll(differences(path + "/" + i, approved.get(i), now.get(i)));
      }
    } else if (!approved.equals(now)) {
      found.add(path + " was " + approved + " and is " + now);
    }
    return found;
  }

  private static int position(SpecificRecord event) {
    return event.getSchema().getField("organization").pos();
  }

  private static Path file(Golden golden, String ending) {
    return Baseline.goldenFile(golden.event(), golden.version().number(), golden.sample(), ending);
  }
}
