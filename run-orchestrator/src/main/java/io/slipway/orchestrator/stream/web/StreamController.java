package io.slipway.orchestrator.stream.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.FindRun;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.stream.RunStreams;
import io.slipway.orchestrator.stream.Said;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watching a run live, as server-sent events that can be resumed on any replica. */
@RestController
class StreamController {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final ServerSentEvent<String> END =
      ServerSentEvent.<String>builder().event("end").data("{}").build();
  private static final ServerSentEvent<String> STILL_HERE =
      ServerSentEvent.<String>builder().comment("still here").build();

  private final FindRun findRun;
  private final RunStreams streams;

  StreamController(FindRun findRun, RunStreams streams) {
    this.findRun = findRun;
    this.streams = streams;
  }

  @GetMapping("/api/runs/{id}/stream")
  Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> watch(
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      Caller caller) {
    var run = new RunId(id);
    var after = number(lastEventId);
    return findRun
        .seenBy(caller, run)
        .flatMap(_ -> streams.watch(Sight.of(caller), run, after))
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", id)))
        .map(watched -> watched.map(StreamController::open).orElseGet(StreamController::over));
  }

  private static ResponseEntity<Flux<ServerSentEvent<String>>> open(Flux<Said> said) {
    var events =
        said.map(StreamController::event).concatWithValues(END).publish(StreamController::alive);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no")
        .body(events);
  }

  /** A browser that is answered so does not come back. */
  private static ResponseEntity<Flux<ServerSentEvent<String>>> over() {
    return ResponseEntity.noContent().build();
  }

  private static Flux<ServerSentEvent<String>> alive(Flux<ServerSentEvent<String>> events) {
    var heartbeat = Flux.interval(HEARTBEAT).onBackpressureDrop().map(_ -> STILL_HERE);
    return Flux.merge(events, heartbeat.takeUntilOther(events.ignoreElements()));
  }

  private static ServerSentEvent<String> event(Said said) {
    return ServerSentEvent.builder(said.body())
        .id(Long.toString(said.seq()))
        .event(said.kind())
        .build();
  }

  private static long number(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(lastEventId.trim()));
    } catch (NumberFormatException foreign) {
      throw Refusal.invalid("Last-Event-ID", "must be the id of an event of this stream");
    }
  }
}
