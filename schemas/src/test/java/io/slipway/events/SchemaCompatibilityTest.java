package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.events.registration.Incompatibility;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the registry enforces when schemas are registered, known before anyone deploys. */
class SchemaCompatibilityTest {

  static Stream<Class<? extends SpecificRecord>> events() {
    return Events.all().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void staysCompatibleBothWaysWithAllBefore(Class<? extends SpecificRecord> event) {
    for (var before : Baseline.of(event)) {
      assertThat(Incompatibility.between(before.schema(), Events.schemaOf(event)))
          .as("%s, compared with its version %d", event.getSimpleName(), before.number())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void keepsEverySymbolItEverHad(Class<? extends SpecificRecord> event) {
    for (var before : Baseline.of(event)) {
      assertThat(lostSymbols(before.schema(), Events.schemaOf(event)))
          .as("Avro allows it, but what was written would be read as UNKNOWN")
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void isTheNewestOfItsBaseline(Class<? extends SpecificRecord> event) {
    assertThat(Baseline.of(event))
        .as("%s has no baseline: run NewGoldenFilesTest as it says", event.getSimpleName())
        .isNotEmpty()
        .last()
        .extracting(Baseline.Version::schema)
        .as(
            "%s has changed: run NewGoldenFilesTest as it says, and commit what it writes",
            event.getSimpleName())
        .isEqualTo(Events.schemaOf(event));
  }

  @Test
  void noticesARequiredFieldThatWasAdded() {
    var before = schema("{\"name\":\"x\",\"type\":\"string\"}");
    var after = schema("{\"name\":\"x\",\"type\":\"string\"},{\"name\":\"y\",\"type\":\"string\"}");

    assertThat(Incompatibility.between(before, after))
        .singleElement()
        .hasToString(
            "today's readers cannot read what it wrote "
                + "(READER_FIELD_MISSING_DEFAULT_VALUE y at /fields/1)");
  }

  @Test
  void noticesARequiredFieldThatWasTakenAway() {
    var before =
        schema("{\"name\":\"x\",\"type\":\"string\"},{\"name\":\"y\",\"type\":\"string\"}");
    var after = schema("{\"name\":\"x\",\"type\":\"string\"}");

    assertThat(Incompatibility.between(before, after))
        .singleElement()
        .extracting(Incompatibility::direction)
        .isEqualTo("its readers cannot read what is written today");
  }

  @Test
  void noticesASymbolThatWasTakenAway() {
    var before = schema(enumField("\"A\",\"B\",\"UNKNOWN\""));
    var after = schema(enumField("\"A\",\"UNKNOWN\""));

    assertThat(Incompatibility.between(before, after)).isEmpty();
    assertThat(lostSymbols(before, after)).containsExactly("E.B");
  }

  private static List<String> lostSymbols(Schema before, Schema after) {
    var now = Events.namedTypesOf(after);
    return Events.namedTypesOf(before).values().stream()
        .filter(type -> type.getType() == Schema.Type.ENUM)
        .flatMap(
            type ->
                type.getEnumSymbols().stream()
                    .filter(symbol -> !has(now.get(type.getFullName()), symbol))
                    .map(symbol -> type.getFullName() + "." + symbol))
        .toList();
  }

  private static boolean has(Schema type, String symbol) {
    return type != null && type.hasEnumSymbol(symbol);
  }

  private static Schema schema(String fields) {
    var json = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
    return new Schema.Parser().parse(json);
  }

  private static String enumField(String symbols) {
    return "{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":["
        + symbols
        + "],\"default\":\"UNKNOWN\"}}";
  }
}
