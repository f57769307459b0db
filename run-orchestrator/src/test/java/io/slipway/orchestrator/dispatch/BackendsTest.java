package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.orchestrator.fixture.HandKeys;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether and how work can leave. */
class BackendsTest {
  private final HandKeys keys = new HandKeys();
  private final Backends backends =
      new Backends(keys, org -> org + ".runs", Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void signsWhatGoesToATopic() {
    var departure = prepare(aRun().in("org_x").invocation());

    assertThat(departure)
        .isInstanceOfSatisfying(
            Departure.Ready.class,
            ready -> {
              assertThat(ready.parcel().target()).isEqualTo("org_x.runs");
              assertThat(AgentsCheck.accepts(text(ready), HandKeys.KEY)).isTrue();
            });
  }

  @Test
  void waitsForAKeyThatIsAway() {
    keys.awayFor("org_x");

    assertThat(prepare(aRun().in("org_x").invocation())).isInstanceOf(Departure.Later.class);
  }

  @Test
  void sendsAPayloadOfTheActionsOwnAsItIs() {
    keys.awayFor("org_x"); // nobody needs it
    var method = "{\"type\":\"KAFKA\",\"payload\":{\"b\":5.0,\"a\":[\"é\"]}}";

    var departure = prepare(aRun().in("org_x").doneBy(method).invocation());

    assertThat(departure)
        .isInstanceOfSatisfying(
            Departure.Ready.class,
            ready -> assertThat(text(ready)).isEqualTo("{\"b\":5.0,\"a\":[\"é\"]}"));
  }

  @Test
  void doesNotSendTemplatesUnfilled() {
    var method = "{\"type\":\"KAFKA\",\"payload\":{\"run\":\"{{ .run.id }}\"}}";

    assertThat(why(prepare(aRun().doneBy(method).invocation()))).contains("templates");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEBHOOK", "GITHUB", "UPSERT_ENTITY", "SOMETHING_NEW"})
  void saysWhichBackendIsNotAvailable(String type) {
    var departure = prepare(aRun().doneBy("{\"type\":\"" + type + "\"}").invocation());

    assertThat(why(departure))
        .isEqualTo("Backend " + type + " is not available in this version of Slipway");
  }

  @Test
  void refusesWhatNoTopicTakes() {
    var large = "x".repeat(8 * 1024 * 1024);

    var departure = prepare(aRun().with("{\"blob\":\"" + large + "\"}").invocation());

    assertThat(why(departure)).contains("bytes");
  }

  @Test
  void refusesANumberThatNobodyCanRead() {
    var departure = prepare(aRun().with("{\"n\":1e999999}").invocation());

    assertThat(why(departure)).contains("digits");
  }

  private Departure prepare(Invocation asked) {
    return java.util.Objects.requireNonNull(backends.prepare(asked).block());
  }

  private static String why(Departure departure) {
    return ((Departure.Impossible) departure).why();
  }

  private static String text(Departure.Ready ready) {
    return new String(ready.parcel().bytes(), StandardCharsets.UTF_8);
  }
}
