package io.slipway.events.wire;

import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroDeserializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.AvroSerializer;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.data.SerdeMetadata;
import io.apicurio.registry.serde.data.SerdeRecord;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.TrustedClasses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns events into bytes and back, for any number of threads: a zero byte, four bytes with the id
 * of the schema, then Avro.
 *
 * <p>The registry is asked once for each schema and never again, so one that goes away later does
 * no harm. {@link #warmUp} asks for all that we write today; without it the first event of each
 * kind asks, on the thread of whoever sends it.
 */
public final class AvroWire {

  private static final int HEADER = 5;

  /**
   * It writes each schema it looks up into the log, in full. Held here, or the setting would be
   * collected with it.
   */
  private static final Logger CHATTERBOX = Logger.getLogger("DefaultSchemaResolver");

  private final Topics topics;
  private final Map<String, Class<? extends SpecificRecord>> types = new HashMap<>();
  private final DefaultSchemaResolver<Schema, SpecificRecord> schemas;
  private final AvroSerializer<SpecificRecord> serializer;
  private final AvroDeserializer<SpecificRecord> deserializer;

  public AvroWire(RegistryAddress registry, Topics topics) {
    CHATTERBOX.setLevel(Level.WARNING);
    TrustedClasses.vouch();
    this.topics = topics;
    topics.events().forEach(topic -> topic.record().ifPresent(t -> types.put(topic.name(), t)));
    schemas = new DefaultSchemaResolver<>(new RegistryForSerde(new ConfluentRegistry(registry)));
    serializer = new AvroSerializer<>(schemas);
    serializer.configure(new AvroSerdeConfig(settings()), false);
    deserializer = new AvroDeserializer<>(schemas);
    deserializer.configure(new AvroSerdeConfig(settings()), false);
  }

  /** For settings, which know the registry by the URL of an Apicurio. */
  public AvroWire(String registryUrl, Topics topics) {
    this(RegistryAddress.apicurio(registryUrl), topics);
  }

  /**
   * The bytes of an event.
   *
   * @throws RegistryUnavailable if the id of its schema is not known yet, and cannot be learned now
   */
  public byte[] encode(String topic, SpecificRecord event) {
    var type = typeOf(topic);
    if (!type.isInstance(event)) {
      throw new IllegalArgumentException(
          topic
              + " takes a "
              + type.getSimpleName()
              + ", not a "
              + event.getClass().getSimpleName());
    }
    try {
      return serializer.serializeData(topic, event);
    } catch (RuntimeException e) {
      throw Causes.unavailability(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  /** As {@link #encode(String, SpecificRecord)}, with the compiler watching. */
  public <T extends SpecificRecord> byte[] encode(Topic<T> topic, T event) {
    return encode(topic.name(), event);
  }

  /**
   * The event in these bytes, as today's class has it, whichever version wrote it.
   *
   * @throws UndecodableEvent if they are no event of this topic
   * @throws RegistryUnavailable if the schema is not known yet, and cannot be learned now
   */
  @SuppressWarnings("unchecked") // the topic has exactly one class of events, and that was checked
  public <T extends SpecificRecord> T decode(String topic, byte[] bytes) {
    var type = typeOf(topic);
    if (bytes.length < HEADER || bytes[0] != 0) {
      throw new UndecodableEvent("no event on " + topic + " begins as these bytes do");
    }
    var event = read(topic, bytes);
    if (!type.isInstance(event)) {
      throw new UndecodableEvent(
          "a " + event.getClass().getSimpleName() + " does not belong on " + topic);
    }
    return (T) event;
  }

  /** As {@link #decode(String, byte[])}, with the compiler knowing what comes out. */
  public <T extends SpecificRecord> T decode(Topic<T> topic, byte[] bytes) {
    return decode(topic.name(), bytes);
  }

  /**
   * Learns the ids of all that we write.
   *
   * @throws RegistryUnavailable if one of them cannot be learned now
   */
  public void warmUp() {
    for (var topic : topics.events()) {
      var blank = (SpecificRecord) SpecificData.newInstance(typeOf(topic.name()), null);
      try {
        schemas.resolveSchema(new SerdeRecord<>(new SerdeMetadata(topic.name(), false), blank));
      } catch (RuntimeException e) {
        throw Causes.unavailability(e).map(RuntimeException.class::cast).orElse(e);
      }
    }
  }

  private SpecificRecord read(String topic, byte[] bytes) {
    try {
      return deserializer.deserializeData(topic, bytes);
    } catch (RuntimeException e) {
      throw Causes.unavailability(e)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> undecodable(topic, e));
    }
  }

  private Class<? extends SpecificRecord> typeOf(String topic) {
    var type = types.get(topic);
    if (type == null) {
      throw new IllegalArgumentException(topic + " is no topic of events");
    }
    return type;
  }

  private static UndecodableEvent undecodable(String topic, RuntimeException e) {
    return new UndecodableEvent("what came on " + topic + " cannot be read: " + Causes.root(e), e);
  }

  private static Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(SerdeConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName());
    settings.put(SerdeConfig.USE_ID, IdOption.contentId.name());
    settings.put(AvroSerdeConfig.AVRO_DATUM_PROVIDER, EventDatums.class);
    settings.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false);
    // Otherwise nested records become artifacts of their own, which Confluent's readers cannot
    // follow.
    settings.put(SchemaResolverConfig.DEREFERENCE_SCHEMA, true);
    // What an id means never changes, so there is nothing to look up again.
    settings.put(SchemaResolverConfig.CHECK_PERIOD_MS, Duration.ofDays(36_500).toMillis());
    // Waiting and trying again is the caller's business, who knows what else waits meanwhile.
    settings.put(SchemaResolverConfig.RETRY_COUNT, 0L);
    return settings;
  }
}
