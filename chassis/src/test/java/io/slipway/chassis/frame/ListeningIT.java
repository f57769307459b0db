package io.slipway.chassis.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.inbox.Inbox;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What happens to messages that fail: for a while, for good, and behind one that failed. */
class ListeningIT {
  private static final TestHouse HOUSE = TestHouse.start();
  private static final String TOPIC = HOUSE.topics().organizationChanged().name();

  private final String schema = "listening_" + Ids.random(8).toLowerCase(Locale.ROOT);
  private ConfigurableApplicationContext context;
  private Ear ear;
  private EventProbe probe;

  /** Hears what a test says, and fails as the test has arranged. */
  static class Ear implements Subscription {
    private final Inbox inbox;
    final List<String> heard = new CopyOnWriteArrayList<>();
    final Set<String> poison = ConcurrentHashMap.newKeySet();
    final Set<String> away = ConcurrentHashMap.newKeySet();

    Ear(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public List<String> topics() {
      return List.of(TOPIC);
    }

    @Override
    public Mono<Void> on(Message message) {
      var text = new String(message.bytes(), StandardCharsets.UTF_8);
      if (poison.contains(text)) {
        return Mono.error(new IllegalStateException("cannot be: " + text));
      }
      if (away.contains(text)) {
        return Mono.error(new IOException("something is away"));
      }
      return inbox
          .firstSight(message.eventId())
          .doOnNext(
              first -> {
                if (first) {
                  heard.add(message.key() + ":" + text);
                }
              })
          .then();
    }
  }

  static class Ears {
    @Bean
    Ear ear(Inbox inbox) {
      return new Ear(inbox);
    }
  }

  @BeforeEach
  void start() {
    context =
        FrameApplication.start(
            HOUSE,
            schema,
            Map.of("spring.application.name", "frame-" + schema.replace('_', '-')),
            Ears.class);
    ear = context.getBean(Ear.class);
    probe = HOUSE.probe();
  }

  @AfterEach
  void stop() {
    probe.close();
    context.close();
  }

  @Test
  void aPoisonRecordStopsOnlyItsOwnKeyAndIsRedrivenInOrder() {
    var sick = Ids.random(8);
    var well = Ids.random(8);
    ear.poison.add("bad");

    say(sick, "bad", "id-" + sick);
    say(sick, "behind", "id2-" + sick);
    say(well, "fine", "id-" + well);

    await().atMost(Duration.ofSeconds(30)).until(() -> ear.heard.contains(well + ":fine"));
    await().atMost(Duration.ofSeconds(30)).until(() -> open().contains("id2-" + sick));
    assertThat(ear.heard).doesNotContain(sick + ":behind");
    var letters =
        TOPIC + "." + context.getEnvironment().getProperty("spring.application.name") + ".dlt";
    assertThat(probe.awaitHeard(letters, sick, 2))
        .extracting(letter -> letter.headers().get("ce_id"))
        .containsExactly("id-" + sick, "id2-" + sick);

    ear.poison.clear();
    redrive(sick);

    assertThat(ear.heard).containsSubsequence(sick + ":bad", sick + ":behind");
    assertThat(open()).doesNotContain("id-" + sick, "id2-" + sick);

    say(sick, "afterwards", "id3-" + sick);
    await().atMost(Duration.ofSeconds(30)).until(() -> ear.heard.contains(sick + ":afterwards"));
  }

  @Test
  void whatMayHealIsHeardAgainUntilItHasHealedAndIsNeverCalledPoison() {
    var key = Ids.random(8);
    ear.away.add("later");

    say(key, "later", "id-" + key);
    await().atMost(Duration.ofSeconds(30)).until(() -> retries() >= 3);
    assertThat(open()).isEmpty();
    ear.away.clear();

    await().atMost(Duration.ofSeconds(30)).until(() -> ear.heard.contains(key + ":later"));
    assertThat(open()).isEmpty();
  }

  @Test
  void theSameEventTwiceIsHeardOnce() {
    var key = Ids.random(8);

    say(key, "once", "id-" + key);
    say(key, "once", "id-" + key);
    say(key, "last", "id2-" + key);

    await().atMost(Duration.ofSeconds(30)).until(() -> ear.heard.contains(key + ":last"));
    assertThat(ear.heard.stream().filter(text -> text.startsWith(key)))
        .containsExactly(key + ":once", key + ":last");
  }

  @Test
  void onlyTheOperatorMaySeeDeadLetters() {
    client("run-orchestrator")
        .get()
        .uri("/internal/dead-letters")
        .exchange()
        .expectStatus()
        .isForbidden();
    client()
        .get()
        .uri("/internal/dead-letters")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.ok")
        .isEqualTo(false)
        .jsonPath("$.error")
        .isEqualTo("unauthorized");
  }

  private void say(String key, String text, String id) {
    probe.sayBytes(TOPIC, key, text.getBytes(StandardCharsets.UTF_8), Map.of("ce_id", id));
  }

  private double retries() {
    var counter =
        context
            .getBean(io.micrometer.core.instrument.MeterRegistry.class)
            .find("slipway.messages.retried")
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private List<String> open() {
    return context
        .getBean(DatabaseClient.class)
        .sql("select event_id from dead_letter where resolved_at is null")
        .map(row -> row.get("event_id", String.class))
        .all()
        .collectList()
        .block();
  }

  private void redrive(String key) {
    client("operator")
        .post()
        .uri("/internal/dead-letters/redrive")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"topic\":\"%s\",\"key\":\"%s\"}".formatted(TOPIC, key))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.redriven")
        .isEqualTo(2);
  }

  private WebTestClient client() {
    var port = ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(20))
        .build();
  }

  private WebTestClient client(String issuer) {
    var self = context.getEnvironment().getProperty("spring.application.name");
    return client()
        .mutate()
        .defaultHeader("Authorization", "Bearer " + HOUSE.tokenFor(issuer, self))
        .build();
  }
}
