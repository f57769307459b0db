package io.slipway.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.slipway.demo.agent.Login;
import io.slipway.demo.agent.SlipwayApi;
import io.slipway.demo.fixture.FakeSlipway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunStreamIT {

  private final FakeSlipway slipway = new FakeSlipway();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> resumedAt = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    slipway.close();
  }

  @Test
  void goesOnWhereItWasWhenTheConnectionBreaks() throws Exception {
    var connections =
        List.of(
            "id:0\nevent:status\ndata:{\"status\":\"IN_PROGRESS\"}\n\nid:1\nevent:log\ndata:{\"message\":\"a\"}\n\nid:2\nevent:log\nda",
            "",
            "id:2\nevent:log\ndata:{\"message\":\"b\"}\n\nid:3\nevent:status\ndata:{\"status\":\"SUCCESS\",\"summary\":\"s\"}\n\nevent:end\ndata:\n\n");
    var next = new ArrayList<>(connections);
    stream(next);

    var run = follow(Duration.ofSeconds(60));

    assertThat(run.path("summary").asString()).isEqualTo("s");
    assertThat(told).containsExactly("status IN_PROGRESS", "log a", "log b", "status SUCCESS");
    assertThat(resumedAt).containsExactly("", "1", "1");
  }

  @Test
  void looksAtTheRunWhenThereIsNothingLeftToSay() throws Exception {
    slipway.status("r_1", "DECLINED");
    slipway.trouble(
        (request, exchange) -> {
          if (!request.path().equals("/api/runs/r_1/stream")) {
            return false;
          }
          exchange.sendResponseHeaders(204, -1);
          return true;
        });

    assertThat(follow(Duration.ofSeconds(60)).path("status").asString()).isEqualTo("DECLINED");
  }

  @Test
  void doesNotWaitForEver() {
    stream(new ArrayList<>(List.of("id:0\nevent:status\ndata:{\"status\":\"IN_PROGRESS\"}\n\n")));

    assertThatThrownBy(() -> follow(Duration.ofSeconds(1)))
        .isInstanceOf(StoryFault.class)
        .hasMessage("Run r_1 did not end within 1 s; it is IN_PROGRESS");
  }

  @Test
  void saysWhenItMayNotWatch() {
    slipway.trouble(
        (request, exchange) ->
            request.path().endsWith("/stream") && FakeSlipway.answer(exchange, 404, "{}"));

    assertThatThrownBy(() -> follow(Duration.ofSeconds(60)))
        .hasMessage("The stream of run r_1 answers HTTP 404");
  }

  private tools.jackson.databind.JsonNode follow(Duration patience) throws InterruptedException {
    var login = Login.client("client", "secret");
    var watcher =
        new Person(
            "ada@x.example", "u_1", new SlipwayApi(slipway.url(), login, Duration.ofSeconds(10)));
    return new RunStream(
            watcher,
            "r_1",
            patience,
            (event, data) ->
                told.add(
                    event + " " + data.path("message").asString(data.path("status").asString(""))))
        .toItsEnd();
  }

  /** Each connection says the next text and breaks; when there is none left, it says nothing. */
  private void stream(List<String> texts) {
    slipway.trouble(
        (request, exchange) -> {
          if (!request.path().equals("/api/runs/r_1/stream")) {
            return false;
          }
          resumedAt.add(request.header("Last-event-id"));
          say(exchange, texts.isEmpty() ? "" : texts.removeFirst());
          return true;
        });
  }

  private static void say(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }
}
