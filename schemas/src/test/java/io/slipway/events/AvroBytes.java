package io.slipway.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/** Plain Avro, without any registry: what a golden file holds. */
final class AvroBytes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private AvroBytes() {}

  static byte[] write(SpecificRecord event) {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SpecificRecord read(byte[] bytes, Schema written, Schema today) throws IOException {
    var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    var event = new SpecificDatumReader<SpecificRecord>(written, today).read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over");
    }
    return event;
  }

  /** As a program reads it that was built when `reader` was the newest schema. */
  static GenericRecord readGenerically(byte[] bytes, Schema written, Schema reader)
      throws IOException {
    var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    return new GenericDatumReader<GenericRecord>(written, reader).read(null, decoder);
  }

  /** For people to approve: indented, and with a line at the end. */
  static String json(SpecificRecord event) {
    var tree = JSON.readTree(event.toString());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
  }
}
