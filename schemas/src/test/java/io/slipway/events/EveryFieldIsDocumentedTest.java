package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Nobody has to ask what a field is for, nor to guess what may be in it. */
class EveryFieldIsDocumentedTest {

  @Test
  void everyRecordFieldAndSymbolHasItsSentence() {
    var types = Events.namedTypes().values();

    assertThat(types.stream().flatMap(type -> undocumented(type).stream())).isEmpty();
    assertThat(types).hasSizeGreaterThan(Events.all().size());
  }

  @Test
  void everyEnumReadsWhatItDoesNotKnowAsUnknown() {
    assertThat(Events.namedTypes().values())
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("UNKNOWN"));
  }

  @Test
  void everyOptionalFieldIsAbsentByDefault() {
    assertThat(Events.namedTypes().values())
        .filteredOn(type -> type.getType() == Schema.Type.RECORD)
        .flatExtracting(Schema::getFields)
        .filteredOn(field -> field.schema().isUnion())
        .isNotEmpty()
        .allSatisfy(
            field -> {
              assertThat(field.schema().getTypes()).as(field.name()).hasSize(2);
              assertThat(field.schema().getTypes().getFirst().getType())
                  .isEqualTo(Schema.Type.NULL);
              assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
            });
  }

  @Test
  void aMissingSentenceIsNoticed() {
    var schema =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"R","fields":[
                  {"name":"x","type":{"type":"enum","name":"E","symbols":["A","B"],"doc":"A: one."}}]}
                """);

    var missing =
        Events.namedTypesOf(schema).values().stream().flatMap(t -> undocumented(t).stream());

    assertThat(missing).containsExactly("R", "R.x", "E.B");
  }

  private static List<String> undocumented(Schema type) {
    var missing = new ArrayList<String>();
    if (isBlank(type.getDoc())) {
      missing.add(type.getName());
    }
    switch (type.getType()) {
      case RECORD ->
          type.getFields().stream()
              .filter(field -> isBlank(field.doc()))
              .forEach(field -> missing.add(type.getName() + "." + field.name()));
      case ENUM ->
          type.getEnumSymbols().stream()
              .filter(symbol -> !mentions(type.getDoc(), symbol))
              .forEach(symbol -> missing.add(type.getName() + "." + symbol));
      default -> throw new AssertionError("a type without fields or symbols: " + type);
    }
    return missing;
  }

  private static boolean mentions(String doc, String symbol) {
    return doc != null && doc.matches("(?s).*\\b" + symbol + "\\b.*");
  }

  private static boolean isBlank(String doc) {
    return doc == null || doc.isBlank();
  }
}
