package io.slipway.orchestrator.run.postgres;

import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds values one after the other to {@code $1}, {@code $2} and so on. */
final class Binding {
  private GenericExecuteSpec statement;
  private int next;

  Binding(GenericExecuteSpec statement) {
    this.statement = statement;
  }

  GenericExecuteSpec statement() {
    return statement;
  }

  Binding add(Object value) {
    statement = statement.bind(next++, value);
    return this;
  }

  Binding add(Instant value) {
    return add((Object) value.atOffset(ZoneOffset.UTC));
  }

  Binding addOptional(@Nullable String value) {
    return nullable(value, String.class);
  }

  Binding addOptional(@Nullable Instant value) {
    return nullable(value == null ? null : value.atOffset(ZoneOffset.UTC), OffsetDateTime.class);
  }

  Binding addOptional(byte @Nullable [] value) {
    return nullable(value, byte[].class);
  }

  private Binding nullable(@Nullable Object value, Class<?> type) {
    return add((Object) (value == null ? Parameters.in(type) : Parameters.in(value)));
  }
}
