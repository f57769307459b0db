package io.slipway.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/** A stranger's program: it knows Confluent's wire format and API, and none of our classes. */
final class PlainProgram {

  private static final JsonMapper JSON = JsonMapper.shared();

  private PlainProgram() {}

  static int idIn(byte[] bytes) {
    if (bytes[0] != 0) {
      throw new IllegalArgumentException("not Confluent's wire format");
    }
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  static GenericRecord read(RegistryProcess registry, byte[] bytes) throws Exception {
    var answer = JSON.readTree(registry.get("/schemas/ids/" + idIn(bytes)));
    assertThat(answer.has("references")).as("other readers cannot follow references").isFalse();
    var schema = new Schema.Parser().parse(answer.required("schema").stringValue());
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    var record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    assertThat(decoder.isEnd()).as("nothing is left over").isTrue();
    return record;
  }

  static byte[] write(int id, GenericRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** The same event with one optional field and one kind of change more. */
  static Schema withOneMore(Schema schema) {
    var fields = new ArrayList<Schema.Field>();
    for (var field : schema.getFields()) {
      var type = field.name().equals("change") ? withMerge(field.schema()) : field.schema();
      fields.add(new Schema.Field(field, type));
    }
    var optional =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field("addedLater", optional, "New.", Schema.Field.NULL_DEFAULT_VALUE));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static Schema withMerge(Schema change) {
    var symbols = new ArrayList<>(change.getEnumSymbols());
    symbols.add("MERGE");
    return Schema.createEnum(
        change.getName(), change.getDoc(), change.getNamespace(), symbols, change.getEnumDefault());
  }

  static GenericRecord copy(SpecificRecord event, Schema schema) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
    encoder.flush();
    var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
    return new GenericDatumReader<GenericRecord>(event.getSchema(), schema).read(null, decoder);
  }
}
