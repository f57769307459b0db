package io.slipway.chassis.problem;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Tells what may heal by itself from what cannot. */
public final class Causes {
  private Causes() {}

  /**
   * True when trying again later may work: the database, the broker, the registry or a door is away
   * or slow, or two transactions met. Never true for what the message itself causes.
   */
  public static boolean mayHeal(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = next(cause)) {
      if (heals(cause)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  private static boolean heals(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> refusal.status() == 503 || refusal.status() == 429;
      case R2dbcTransientException _ -> true;
      case R2dbcException database -> healingState(database.getSqlState());
      case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
      case TransactionException _ -> true;
      case WebClientRequestException _ -> true;
      case WebClientResponseException answer ->
          answer.getStatusCode().is5xxServerError() || answer.getStatusCode().value() == 429;
      case RetriableException _ -> true;
      case IOException _ -> true;
      case TimeoutException _, InterruptedException _ -> true;
      default -> false;
    };
  }

  /** Connection lost (08), shut down (57P), out of resources (53), serialization, deadlock (40). */
  private static boolean healingState(@Nullable String state) {
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || state.startsWith("40")
        || state.equals("55P03")
        || state.startsWith("58");
  }
}
