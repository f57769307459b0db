package io.slipway.orchestrator.dispatch.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Says without an address why nobody answered; an address may hold secrets. */
final class Unanswered {
  private Unanswered() {}

  static String reason(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "its host is not known";
      }
      if (cause instanceof TimeoutException
          || cause.getClass().getSimpleName().contains("Timeout")) {
        return "it did not answer in time";
      }
      if (cause instanceof ConnectException) {
        return "it takes no connections";
      }
    }
    return "there was no answer (" + failure.getClass().getSimpleName() + ")";
  }
}
