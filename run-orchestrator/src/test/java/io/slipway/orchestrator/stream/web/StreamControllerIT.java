package io.slipway.orchestrator.stream.web;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.fixture.Orchestrator.member;
import static io.slipway.orchestrator.run.RunFixture.MACHINE;
import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.log.RunLog;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Watching a run live. */
@ExtendWith(Orchestrator.Stopping.class)
class StreamControllerIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LINES = 200;

  private final String organization = SERVICE.house().organization();
  private final Caller machine = machine(organization);

  @Test
  void tellsALifeFromItsBeginningToItsEnd() {
    var id = begun(aRun());
    log(id, "one");
    end(id);
    log(id, "after the end");

    var events = events(watch(machine, id, null)).collectList().block(PATIENCE);

    assertThat(events)
        .extracting(event -> event.event())
        .containsExactly("status", "log", "status", "log", "end");
    assertThat(events).extracting(event -> event.id()).containsExactly("1", "2", "3", "4", null);
    assertThat(Json.parse(events.get(2).data()).get("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(Json.parse(events.get(3).data()).get("message").stringValue())
        .isEqualTo("after the end");
  }

  @Test
  void losesAndDoublesNothingWhileManyWriteAndTheReaderComesAndGoes() {
    var id = begun(aRun());
    var writing = writeInTheBackground(id);
    var heard = new ArrayList<Long>();

    String last = null;
    while (heard.size() < LINES + 1) {
      var some = events(watch(machine, id, last)).take(17).collectList().block(PATIENCE);
      assertThat(some).isNotEmpty();
      some.forEach(event -> heard.add(Long.parseLong(event.id())));
      last = some.getLast().id();
      if (heard.size() + 17 > LINES + 1) {
        // The last piece is shorter than the others, so only what is there is waited for.
        var rest = LINES + 1 - heard.size();
        var tail = events(watch(machine, id, last)).take(rest).collectList().block(PATIENCE);
        tail.forEach(event -> heard.add(Long.parseLong(event.id())));
        break;
      }
    }

    writing.dispose();
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, LINES + 1).boxed().toList());
  }

  @Test
  void tellsEveryWatcherTheSame() {
    var id = begun(aRun());
    var first = events(watch(machine, id, null)).collectList().toFuture();
    var second = events(watch(machine, id, null)).collectList().toFuture();
    log(id, "one");
    end(id);

    assertThat(first.join()).hasSize(4);
    assertThat(second.join())
        .extracting(event -> event.data())
        .isEqualTo(first.join().stream().map(event -> event.data()).toList());
  }

  @Test
  void hasNothingForWhoComesBackAfterTheEnd() {
    var id = begun(aRun());
    end(id);
    var all = events(watch(machine, id, null)).collectList().block(PATIENCE);
    var last = all.get(all.size() - 2).id();

    watch(machine, id, last).expectStatus().isNoContent();
    assertThat(events(watch(machine, id, "1")).collectList().block(PATIENCE))
        .extracting(event -> event.event())
        .containsExactly("status", "end");
  }

  @Test
  void showsNobodyWhatTheyMayNotSee() {
    var id = begun(aRun().hidden());

    watch(member(organization, "user_eve"), id, null).expectStatus().isNotFound();
    watch(machine(SERVICE.house().organization()), id, null).expectStatus().isNotFound();
  }

  @Test
  void refusesANumberThatIsNone() {
    var id = begun(aRun());

    watch(machine, id, "yesterday").expectStatus().isEqualTo(422);
  }

  @Test
  void endsWhenTheRunIsGone() {
    var id = begun(aRun());
    var watched = events(watch(machine, id, null)).collectList().toFuture();

    SERVICE
        .bean(io.slipway.orchestrator.organization.Organizations.class)
        .erase(organization)
        .block();

    assertThat(watched.join()).extracting(event -> event.event()).endsWith("end");
  }

  private Disposable writeInTheBackground(RunId id) {
    return Flux.range(0, LINES)
        .flatMap(
            i ->
                SERVICE
                    .bean(RunLog.class)
                    .write(organization, "", LogLine.of(id, "line " + i, MACHINE, NOON)),
            6)
        .subscribeOn(Schedulers.parallel())
        .subscribe();
  }

  private RunId begun(RunFixture fixture) {
    var asked = fixture.in(organization).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private void log(RunId id, String message) {
    SERVICE
        .as(machine)
        .post()
        .uri("/v1/actions/runs/{id}/logs", id.value())
        .bodyValue("{\"message\":\"" + message + "\"}")
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private void end(RunId id) {
    SERVICE
        .as(machine)
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue("{\"status\":\"SUCCESS\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static ResponseSpec watch(Caller caller, RunId id, String after) {
    return SERVICE
        .as(caller)
        .get()
        .uri("/api/runs/{id}/stream", id.value())
        .accept(MediaType.TEXT_EVENT_STREAM)
        .headers(
            headers -> {
              if (after != null) {
                headers.set("Last-Event-ID", after);
              }
            })
        .exchange();
  }

  private static Flux<ServerSentEvent<String>> events(ResponseSpec answer) {
    return answer
        .expectStatus()
        .isOk()
        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
        .getResponseBody()
        .filter(event -> event.event() != null);
  }
}
