package io.slipway.events;

import java.io.IOException;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * The page that people read about events is written from the schemas, so the two cannot disagree.
 */
class EventReferenceTest {

  @Test
  void thePageIsWhatTheSchemasSay() throws IOException {
    new Committed("..", "docs", "reference", "events.md").says(page());
  }

  private static String page() {
    var text = new StringBuilder();
    text.append(
        """
        # Events

        What the services say to each other. This page is written from the schemas in `schemas/src/main/avro` by
        `EventReferenceTest`; change those, not this.

        Values are Avro in Confluent's wire format: a zero byte, the id of the schema in four bytes, then the record. The
        registry keeps the schemas under the subject `<topic>-value`, at compatibility FULL_TRANSITIVE. Identity and
        causality ride in the headers: `ce_specversion`, `ce_id`, `ce_type`, `ce_source`, `ce_time` and at most one
        `traceparent`. The prefix `slipway.` is a setting. An optional field is null when it is absent.

        ## On which topic

        | topic | key | event |
        |---|---|---|
        """);
    var topics = new Topics();
    for (var topic : topics.events()) {
      var event = topic.record().orElseThrow().getSimpleName();
      text.append(
          "| `%s` | %s | [%s](#%s) |\n"
              .formatted(topic.name(), topic.key().words(), event, event.toLowerCase(Locale.ROOT)));
    }
    text.append("\n## What they hold\n");
    topics.events().forEach(topic -> append(topic, text));
    text.append("\n## Parts of events\n");
    Events.namedTypes().values().stream()
        .filter(type -> Events.all().stream().noneMatch(e -> Events.schemaOf(e).equals(type)))
        .forEach(type -> append(type, text));
    return text.toString();
  }

  private static void append(Topic<? extends SpecificRecord> topic, StringBuilder text) {
    var schema = Events.schemaOf(topic.record().orElseThrow());
    append(schema, text);
    text.append("\nOn `%s`, keyed by %s.\n".formatted(topic.name(), topic.key().words()));
  }

  private static void append(Schema type, StringBuilder text) {
    text.append("\n### %s\n\n%s\n".formatted(type.getName(), type.getDoc()));
    if (type.getType() == Schema.Type.ENUM) {
      text.append("\nOne of: `%s`.\n".formatted(String.join("`, `", type.getEnumSymbols())));
      return;
    }
    text.append("\n| field | type | meaning |\n|---|---|---|\n");
    for (var field : type.getFields()) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(field.name(), described(field.schema()), field.doc().replace("|", "\\|")));
    }
  }

  private static String described(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> described(schema.getTypes().get(1)) + ", optional";
      case ARRAY -> "list of " + described(schema.getElementType());
      case RECORD, ENUM ->
          "[%s](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(Locale.ROOT));
      case LONG -> schema.getLogicalType() == null ? "long" : "time";
      default -> schema.getType().getName();
    };
  }
}
