package io.slipway.events.wire;

import io.apicurio.registry.serde.avro.AvroDatumProvider;
import io.slipway.events.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writers and readers for the events of ours and nothing else. Public only because the serde makes
 * it by its class.
 *
 * <p>The serde's own provider takes the fingerprint of a schema for each record, which costs more
 * than writing the record.
 *
 * @param <U> what the serde believes to be reading and writing
 */
public final class EventDatums<U> implements AvroDatumProvider<U> {

  private static final Map<String, Schema> TODAY =
      new Topics()
          .events().stream()
              .flatMap(topic -> topic.record().stream())
              .map(SpecificData.get()::getSchema)
              .collect(Collectors.toUnmodifiableMap(Schema::getFullName, schema -> schema));

  private final Map<Class<?>, DatumWriter<U>> writers = new ConcurrentHashMap<>();
  private final Map<Schema, DatumReader<U>> readers = new ConcurrentHashMap<>();

  @Override
  public DatumWriter<U> createDatumWriter(U event, Schema schema) {
    return writers.computeIfAbsent(event.getClass(), _ -> new SpecificDatumWriter<>(schema));
  }

  @Override
  public DatumReader<U> createDatumReader(Schema written) {
    return readers.computeIfAbsent(written, EventDatums::reader);
  }

  @Override
  public Schema toSchema(U event) {
    return ((SpecificRecord) event).getSchema();
  }

  private static <U> DatumReader<U> reader(Schema written) {
    var today = TODAY.get(written.getFullName());
    if (today == null) {
      throw new UndecodableEvent("a " + written.getFullName() + " is no event of ours");
    }
    return new SpecificDatumReader<>(written, today);
  }
}
