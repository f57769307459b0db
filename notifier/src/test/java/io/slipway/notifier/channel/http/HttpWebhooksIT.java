package io.slipway.notifier.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.doors.DoorSettings;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.chassis.outbound.OutboundSettings;
import io.slipway.notifier.Neighbours;
import io.slipway.notifier.Receiver;
import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;

/** Calls to a trap on this machine: none may arrive unless that is allowed. */
class HttpWebhooksIT {
  private static final TestHouse HOUSE = TestHouse.start();
  private static final Neighbours NEIGHBOURS = new Neighbours(HOUSE);
  private static final Receiver TRAP = new Receiver();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/x",
        "http://localhost:%d/x",
        "http://LOCALHOST:%d/x",
        "http://localhost.:%d/x",
        "http://127.1:%d/x",
        "http://2130706433:%d/x",
        "http://0x7f000001:%d/x",
        "http://0x7f.1:%d/x",
        "http://0177.0.0.1:%d/x",
        "http://0.0.0.0:%d/x",
        "http://[::1]:%d/x",
        "http://[::ffff:127.0.0.1]:%d/x",
        "http://[0:0:0:0:0:ffff:7f00:1]:%d/x",
        "http://user:pw@127.0.0.1:%d/x",
        "http://ip6-localhost:%d/x"
      })
  void nothingReachesThisMachine(String url) {
    var answer = send(webhooks(false), url.formatted(TRAP.port()));

    assertThat(answer).isNotInstanceOf(Answer.Accepted.class);
    assertThat(TRAP.calls("/x")).isEmpty();
  }

  @Test
  void anAddressThatIsNotAllowedIsNotTriedAgain() {
    assertThat(send(webhooks(false), "http://127.0.0.1:" + TRAP.port() + "/never"))
        .isInstanceOf(Answer.Refused.class);
    assertThat(send(webhooks(false), "http://localhost:" + TRAP.port() + "/never"))
        .isInstanceOf(Answer.Refused.class);
    assertThat(TRAP.calls("/never")).isEmpty();
  }

  @Test
  void whereItIsAllowedItArrives() {
    assertThat(send(webhooks(true), "http://localhost:" + TRAP.port() + "/allowed"))
        .isEqualTo(new Answer.Accepted());
    assertThat(TRAP.calls("/allowed")).hasSize(1);
  }

  @Test
  void aReceiverMayAskToBeLeftAloneForAWhile() {
    TRAP.answers("/busy", 503);

    assertThat(send(webhooks(true), "http://127.0.0.1:" + TRAP.port() + "/busy"))
        .isEqualTo(new Answer.Failed("the receiver answered 503", Duration.ofSeconds(7)));
  }

  private static Answer send(HttpWebhooks webhooks, String url) {
    var envelope = new Envelope("d1", "org_1", "r_1", Instant.parse("2026-03-01T09:00:00Z"));
    return webhooks.send(envelope, new Channel.Webhook(url, "{}")).block(Duration.ofSeconds(20));
  }

  private static HttpWebhooks webhooks(boolean allowPrivate) {
    var settings = new OutboundSettings(allowPrivate, Duration.ofSeconds(2), Duration.ofSeconds(2));
    return new HttpWebhooks(
        new OutboundHttp(settings), new SigningKeys(doors()), Clock.systemUTC());
  }

  private static Doors doors() {
    Map<String, Object> properties = HOUSE.properties("notifier");
    var neighbour = URI.create(NEIGHBOURS.url());
    var settings =
        new DoorSettings(
            String.valueOf(properties.get("slipway.doors.key")),
            neighbour,
            neighbour,
            neighbour,
            neighbour,
            neighbour);
    var tokens = new DoorTokens("notifier", settings.secret(), Clock.systemUTC());
    return new Doors(WebClient.create(), settings, tokens);
  }
}
