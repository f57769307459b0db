package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call, claimed and to be made now.
 *
 * @param dispatchId the same for every attempt
 * @param method the type of the invocation method
 * @param request what its backend has kept for it
 * @param attempt its number, from 1
 * @param began when the request was rendered
 * @param traceparent of the trace in which it was wanted, if there was one
 */
public record Call(
    String organization,
    RunId run,
    String dispatchId,
    String method,
    byte[] request,
    int attempt,
    Instant began,
    @Nullable String traceparent) {}
