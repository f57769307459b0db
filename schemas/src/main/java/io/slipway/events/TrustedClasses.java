package io.slipway.events;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro makes objects only of classes that somebody has vouched for. We vouch for our events and
 * what they consist of, one by one, and leave in place what others have vouched for.
 */
public final class TrustedClasses {

  private static boolean vouched;

  private TrustedClasses() {}

  /** To be called before the first event is made from bytes; calling it again changes nothing. */
  public static synchronized void vouch() {
    if (vouched) {
      return;
    }
    var names = new HashSet<String>();
    new Topics()
        .events().stream()
            .flatMap(topic -> topic.record().stream())
            .forEach(type -> collect(SpecificData.get().getSchema(type), names));
    var ours = ClassSecurityValidator.builder();
    names.forEach(ours::add);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours.build()));
    vouched = true;
  }

  private static void collect(Schema schema, Set<String> names) {
    switch (schema.getType()) {
      case RECORD -> {
        if (names.add(schema.getFullName())) {
          schema.getFields().forEach(field -> collect(field.schema(), names));
        }
      }
      case ENUM, FIXED -> names.add(schema.getFullName());
      case ARRAY -> collect(schema.getElementType(), names);
      case MAP -> collect(schema.getValueType(), names);
      case UNION -> schema.getTypes().forEach(type -> collect(type, names));
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }
}
