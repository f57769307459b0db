package io.slipway.chassis.outbox;

import io.slipway.chassis.ids.Ids;

/**
 * Something to be said on a topic.
 *
 * @param eventId stays the same however often it is sent; travels as {@code ce_id}
 * @param lane how it is published
 * @param topic where
 * @param key what order is kept for
 * @param type travels as {@code ce_type}
 * @param payload the bytes of the record
 * @param secret whether the payload may hold secrets and is therefore sealed until it is sent
 */
public record Saying(
    String eventId,
    Lane lane,
    String topic,
    String key,
    String type,
    byte[] payload,
    boolean secret) {

  /** An event on one of our own topics; never holds secrets. */
  public static Saying event(
      String eventId, String topic, String key, String type, byte[] payload) {
    return new Saying(eventId, Lane.INTERNAL, topic, key, type, payload, false);
  }

  /** A record on an organisation's topic, sealed while it waits. */
  public static Saying toOrganization(String topic, String key, String type, byte[] payload) {
    return new Saying(Ids.event(), Lane.ORGANIZATION, topic, key, type, payload, true);
  }
}
