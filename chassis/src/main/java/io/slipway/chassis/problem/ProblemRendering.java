package io.slipway.chassis.problem;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.trace.Traces;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes every error of every route: under {@code /api} as a problem of RFC 9457, elsewhere as the
 * contract's body {@code {"ok":false,"error","message","details"}}. An error that nobody foresaw is
 * a 500 with no words of ours in it, and its cause in the log.
 */
public final class ProblemRendering implements WebExceptionHandler, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ProblemRendering.class);

  private final Traces traces;

  public ProblemRendering(Traces traces) {
    this.traces = traces;
  }

  @Override
  public int getOrder() {
    return -2; // before Spring Boot's own, which would answer in a shape of its own
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    var refusal = refusal(exchange, failure);
    var path = exchange.getRequest().getPath().value();
    var problem = path.startsWith("/api/");
    var body = problem ? problemBody(refusal, path) : contractBody(refusal);
    response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
    response
        .getHeaders()
        .setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
    var retryAfter = refusal.retryAfterSeconds();
    if (retryAfter != null) {
      response.getHeaders().set("Retry-After", retryAfter.toString());
    }
    var bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }

  private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Refusal refusal -> {
          return refusal;
        }
        case DataBufferLimitException _ -> {
          return Refusal.of(413, "payload_too_large", "The request body is larger than 1 MiB");
        }
        case DecodingException _ -> {
          return malformed(cause);
        }
        case tools.jackson.core.exc.StreamReadException _ -> {
          return malformed(cause);
        }
        default -> {}
      }
      if (cause.getCause() == cause) {
        break;
      }
    }
    return switch (failure) {
      case ServerWebInputException input ->
          Refusal.of(422, "invalid_request", String.valueOf(input.getReason()));
      case ResponseStatusException status -> ofStatus(exchange, status);
      default -> unforeseen(exchange, failure);
    };
  }

  private static Refusal malformed(Throwable cause) {
    var parser = cause instanceof DecodingException ? cause.getCause() : cause;
    var where =
        parser instanceof tools.jackson.core.JacksonException jackson
            ? ": " + jackson.getOriginalMessage()
            : "";
    return Refusal.of(400, "bad_request", "The request body is not valid JSON" + where);
  }

  private static Refusal ofStatus(ServerWebExchange exchange, ResponseStatusException status) {
    var request = exchange.getRequest();
    int code = status.getStatusCode().value();
    return switch (code) {
      case 404 ->
          Refusal.of(
              404,
              "not_found",
              "Route " + request.getMethod() + " " + request.getPath().value() + " was not found");
      case 405 ->
          Refusal.of(
              405, "method_not_allowed", request.getMethod() + " is not allowed on this route");
      case 415 ->
          Refusal.of(415, "unsupported_media_type", "The body must be sent as application/json");
      default -> Refusal.of(code, "bad_request", String.valueOf(status.getReason()));
    };
  }

  private static Refusal unforeseen(ServerWebExchange exchange, Throwable failure) {
    if (Causes.mayHeal(failure)) {
      log.warn(
          "{} {} could not be answered now: {}",
          exchange.getRequest().getMethod(),
          exchange.getRequest().getPath(),
          failure.toString());
      return Refusal.unavailable("A part of Slipway is away; try again in a moment");
    }
    log.error(
        "{} {} failed",
        exchange.getRequest().getMethod(),
        exchange.getRequest().getPath(),
        failure);
    return Refusal.of(500, "internal_error", "Something went wrong on our side");
  }

  private static ObjectNode contractBody(Refusal refusal) {
    var body = Json.object();
    body.put("ok", false);
    body.put("error", refusal.code());
    body.put("message", refusal.sentence());
    var details = refusal.details();
    if (details != null) {
      body.set("details", details);
    }
    return body;
  }

  private ObjectNode problemBody(Refusal refusal, String path) {
    var body = Json.object();
    body.put("type", "/problems/" + refusal.code().replace('_', '-'));
    body.put("title", refusal.code().replace('_', ' '));
    body.put("status", refusal.status());
    body.put("detail", refusal.sentence());
    body.put("instance", path);
    body.put("code", refusal.code());
    var details = refusal.details();
    if (details != null) {
      var errors = details.get("errors");
      body.set(errors == null ? "details" : "errors", errors == null ? details : errors);
    }
    var trace = traces.traceId();
    if (trace != null) {
      body.put("traceId", trace);
    }
    return body;
  }
}
