package io.slipway.chassis.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The W3C trace context of what is being done now, as text that a header can carry. */
public final class Traces {
  /** The header of the W3C recommendation. */
  public static final String TRACEPARENT = "traceparent";

  private static final String CARRIED = "slipway.traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  public Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The {@code traceparent} of now, or null when nothing is being traced. */
  public @Nullable String traceparent() {
    var span = tracer.currentSpan();
    if (span == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
    return carrier.get(TRACEPARENT);
  }

  /**
   * The {@code traceparent} of what is being done, where a subscription carries it; else that of
   * this thread.
   */
  public @Nullable String traceparent(ContextView subscription) {
    String carried = subscription.getOrDefault(CARRIED, null);
    return carried == null ? traceparent() : carried;
  }

  /**
   * Lets work go on in the trace of this thread, whichever threads it comes to: those of a database
   * driver know nothing of ours.
   */
  public <T> Mono<T> carried(Mono<T> work) {
    var here = traceparent();
    return here == null ? work : work.contextWrite(context -> context.put(CARRIED, here));
  }

  /** The trace's id, or null when nothing is being traced. */
  public @Nullable String traceId() {
    var span = tracer.currentSpan();
    return span == null ? null : span.context().traceId();
  }

  /** Does something as a part of the trace that a message carries. */
  public void within(@Nullable String traceparent, String name, Runnable work) {
    Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent);
    Span span = propagator.extract(carrier, (from, key) -> from.get(key)).name(name).start();
    try (var _ = tracer.withSpan(span)) {
      work.run();
    } catch (RuntimeException failure) {
      span.error(failure);
      throw failure;
    } finally {
      span.end();
    }
  }
}
