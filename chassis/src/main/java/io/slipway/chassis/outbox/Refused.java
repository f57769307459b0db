package io.slipway.chassis.outbox;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record that the broker will never take, however often it is sent. */
final class Refused extends Exception {
  private final OutboxRow row;

  Refused(OutboxRow row, Throwable cause) {
    super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    this.row = row;
  }

  OutboxRow row() {
    return row;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether a failure to send is the record's own fault. */
  static boolean isFinal(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException
          || cause instanceof InvalidRecordException
          || cause instanceof InvalidTopicException
          || cause instanceof PolicyViolationException
          || cause instanceof SerializationException
          || cause instanceof io.slipway.chassis.sealing.Sealer.SealBroken) {
        return true;
      }
    }
    return false;
  }
}
