package io.slipway.events.wire;

import io.apicurio.registry.serde.Default4ByteIdHandler;
import io.apicurio.registry.serde.avro.AvroDeserializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.AvroSerializer;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.TrustedClasses;
import java.util.HashMap;
import java.util.Map;
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

  private final Topics topics;
  private final Map<String, Class<? extends SpecificRecord>> types = new HashMap<>();
  private final SchemaMemory schemas;
  private final AvroSerializer<SpecificRecord> serializer;
  private final AvroDeserializer<SpecificRecord> deserializer;

  public AvroWire(RegistryAddress registry, Topics topics) {
    TrustedClasses.vouch();
    this.topics = topics;
    topics.events().forEach(topic -> topic.record().ifPresent(t -> types.put(topic.name(), t)));
    schemas = new SchemaMemory(new ConfluentRegistry(registry));
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
    return serializer.serializeData(topic, event);
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
      schemas.written(Topics.subject(topic), SpecificData.get().getSchema(typeOf(topic.name())));
    }
  }

  private SpecificRecord read(String topic, byte[] bytes) {
    try {
      return deserializer.deserializeData(topic, bytes);
    } catch (RegistryUnavailable | UndecodableEvent e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UndecodableEvent("what came on " + topic + " cannot be read: " + e, e);
    }
  }

  private Class<? extends SpecificRecord> typeOf(String topic) {
    var type = types.get(topic);
    if (type == null) {
      throw new IllegalArgumentException(topic + " is no topic of events");
    }
    return type;
  }

  private static Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(SerdeConfig.ID_HANDLER, Default4ByteIdHandler.class.getName());
    settings.put(SerdeConfig.USE_ID, IdOption.contentId.name());
    settings.put(AvroSerdeConfig.AVRO_DATUM_PROVIDER, EventDatums.class);
    return settings;
  }
}
