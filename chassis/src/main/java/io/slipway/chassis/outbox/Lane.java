package io.slipway.chassis.outbox;

/** Which way a row is published. */
public enum Lane {
  /**
   * To our own topics: idempotent producer, then mark; the inbox of each reader meets duplicates.
   */
  INTERNAL,
  /** To an organisation's topic: in a Kafka transaction, because its readers have no inbox. */
  ORGANIZATION
}
