package io.slipway.events;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * An example of every event, made from its schema: one with as little in it as the schema allows,
 * one with everything in it. The same schema always gives the same examples.
 */
public enum Samples {
  MINIMAL,
  FULL;

  private static final Instant AT = Instant.parse("2026-11-24T08:09:10.123456Z");

  /** Text in which an encoding can go wrong. */
  private static final String AWKWARD = "{\"é\":\"Ω 𝄞\",\"n\":1.0}";

  public <T extends SpecificRecord> T of(Class<T> event) {
    return event.cast(record(Events.schemaOf(event)));
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private SpecificRecord record(Schema schema) {
    var record =
        (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    for (var field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema()));
    }
    return record;
  }

  private Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> symbol(schema);
      case ARRAY -> this == MINIMAL ? List.of() : elements(name, schema.getElementType());
      case UNION -> this == MINIMAL ? null : value(name, schema.getTypes().get(1));
      case STRING -> text(name);
      case INT -> this == MINIMAL ? 0 : Integer.MAX_VALUE;
      case LONG -> schema.getLogicalType() == null ? whole() : moment();
      case BOOLEAN -> this == FULL;
      default ->
          throw new AssertionError("no event has a " + schema.getType() + " so far: " + name);
    };
  }

  private List<Object> elements(String name, Schema schema) {
    return List.of(value(name, schema), value(name, schema));
  }

  private Object symbol(Schema schema) {
    var symbols = schema.getEnumSymbols();
    var symbol = this == MINIMAL ? symbols.getFirst() : symbols.get(symbols.size() - 2);
    return SpecificData.get().createEnum(symbol, schema);
  }

  private String text(String name) {
    if (this == MINIMAL) {
      return "";
    }
    return name.endsWith("Json") ? AWKWARD : "the " + name;
  }

  private long whole() {
    return this == MINIMAL ? 0 : Long.MAX_VALUE;
  }

  private Instant moment() {
    return this == MINIMAL ? Instant.EPOCH : AT;
  }
}
