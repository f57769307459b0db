package io.slipway.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The events of today, for tests that hold for each of them. */
final class Events {

  static {
    TrustedClasses.vouch();
  }

  private Events() {}

  static List<Class<? extends SpecificRecord>> all() {
    var all = new ArrayList<Class<? extends SpecificRecord>>();
    new Topics().events().forEach(topic -> topic.record().ifPresent(all::add));
    return all;
  }

  static Schema schemaOf(Class<? extends SpecificRecord> event) {
    return SpecificData.get().getSchema(event);
  }

  /**
   * The records and enums that events consist of, themselves included, each once and in the order
   * of reading.
   */
  static Map<String, Schema> namedTypes() {
    var found = new LinkedHashMap<String, Schema>();
    all().forEach(event -> collect(schemaOf(event), found));
    return found;
  }

  static Map<String, Schema> namedTypesOf(Schema schema) {
    var found = new LinkedHashMap<String, Schema>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.put(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> {}
    }
  }
}
