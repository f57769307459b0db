package io.slipway.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic, and everything that somebody who makes, fills or reads it has to know.
 *
 * @param <T> the class of its records; {@link SpecificRecord} itself where they are not Avro
 */
public record Topic<T extends SpecificRecord>(
    String name, Key key, Value<T> value, int partitions, Retention retention) {

  /** No record may be larger; what cannot fit is refused where it is made. */
  public static final int LARGEST_RECORD = 8 * 1024 * 1024;

  /** What a batch and its headers add to a record that is as large as it may be. */
  private static final int ENVELOPE = 64 * 1024;

  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + " needs at least one partition");
    }
  }

  /** What the key of a record is; records with the same key stay in order. */
  public enum Key {
    RUN_ID("run id"),
    ENTITY_ID("entity id"),
    BLUEPRINT_ID("blueprint id"),
    ORGANIZATION_ID("organization id"),
    OF_THE_RELAY("of the relay"),
    AS_ITS_SOURCE("as its source");

    private final String words;

    Key(String words) {
      this.words = words;
    }

    /** The kind of key in words, for tables and documentation. */
    public String words() {
      return words;
    }
  }

  /** What the bytes of a record are. */
  public sealed interface Value<T extends SpecificRecord> {

    /** Avro in Confluent's wire format, one class of event. */
    record Event<T extends SpecificRecord>(Class<T> type) implements Value<T> {}

    /** JSON text that customers' programs read or write. */
    record Json() implements Value<SpecificRecord> {}

    /** Bytes that mean something only to the relay which wrote them. */
    record Opaque() implements Value<SpecificRecord> {}

    /** The bytes of another topic, as they were. */
    record AsItsSource() implements Value<SpecificRecord> {}
  }

  /** How long records stay. */
  public sealed interface Retention {

    /** Deleted when they are older than this. */
    record For(Duration age) implements Retention {}

    /** Kept until someone deletes them. */
    record Forever() implements Retention {}

    /** Only the newest of each key is kept, without end. */
    record Newest() implements Retention {}
  }

  /** The class of its events; empty where records are not Avro. */
  public Optional<Class<T>> record() {
    return value instanceof Value.Event<T>(var type) ? Optional.of(type) : Optional.empty();
  }

  /** The broker's settings for this topic, as one hands them over when making it. */
  public Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("cleanup.policy", retention instanceof Retention.Newest ? "compact" : "delete");
    switch (retention) {
      case Retention.For(var age) -> settings.put("retention.ms", Long.toString(age.toMillis()));
      case Retention.Forever() -> settings.put("retention.ms", "-1");
      case Retention.Newest() -> {}
    }
    settings.put("max.message.bytes", Integer.toString(LARGEST_RECORD + ENVELOPE));
    return settings;
  }
}
