package io.slipway.chassis.outbox;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row that waits to be published. */
record OutboxRow(
    long id, String topic, String key, String headers, byte[] payload, boolean sealed) {

  static OutboxRow read(Readable row) {
    return new OutboxRow(
        Rows.required(row, "id", Long.class),
        Rows.required(row, "topic", String.class),
        Rows.required(row, "key", String.class),
        Rows.required(row, "headers", String.class),
        Rows.required(row, "payload", byte[].class),
        Rows.required(row, "sealed", Boolean.class));
  }

  /** The record to send; this is the one place where a sealed payload is opened. */
  ProducerRecord<byte[], byte[]> toRecord(Sealer sealer) {
    var open = sealed ? sealer.open(payload, Outbox.sealedFor(topic, key)) : payload;
    var message = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), open);
    for (var header : Json.parse(headers).properties()) {
      message
          .headers()
          .add(header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8));
    }
    return message;
  }
}
