package io.slipway.chassis.listening;

import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was heard.
 *
 * @param key what order is kept for; empty when the record had none
 * @param eventId {@code ce_id}, or topic, partition and offset where a stranger sent none
 */
public record Message(
    String topic,
    int partition,
    long offset,
    String key,
    String eventId,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  static Message of(ConsumerRecord<byte[], byte[]> heard) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var header : heard.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    var id = headers.get("ce_id");
    return new Message(
        heard.topic(),
        heard.partition(),
        heard.offset(),
        heard.key() == null ? "" : new String(heard.key(), StandardCharsets.UTF_8),
        id == null ? place(heard.topic(), heard.partition(), heard.offset()) : id,
        headers,
        heard.value());
  }

  /** An id for a record by where it lies; it stays the same whenever it is delivered again. */
  public static String place(String topic, int partition, long offset) {
    return topic + "/" + partition + "/" + offset;
  }

  String headersText() {
    var object = Json.object();
    headers.forEach(object::put);
    return Json.text(object);
  }

  /** The payload of a record that must have one. */
  public byte[] bytes() {
    var bytes = payload;
    if (bytes == null) {
      throw new IllegalArgumentException("a record without a value");
    }
    return bytes;
  }
}
