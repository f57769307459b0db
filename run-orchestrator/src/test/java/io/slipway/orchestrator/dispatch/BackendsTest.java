package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.jq.Jq;
import io.slipway.chassis.jq.JqLimits;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.template.Templates;
import io.slipway.orchestrator.fixture.HandKeys;
import io.slipway.orchestrator.fixture.HandSecrets;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether and how work can leave. */
class BackendsTest {
  private static final Jq JQ = new Jq(JqLimits.USUAL);

  private final HandKeys keys = new HandKeys();
  private final Rendering rendering =
      new Rendering(
          new Templates(JQ),
          new HandSecrets().with("TOKEN", "s3cr3t").with("with-hyphen", "hy-ph-en"));
  private final Backends backends =
      new Backends(
          rendering,
          keys,
          org -> org + ".runs",
          Duration.ofMinutes(15),
          Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterAll
  static void close() {
    JQ.close();
  }

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
  void fillsThePayloadOfTheActionsOwn() {
    var method =
        """
        {"type":"KAFKA","payload":{"{{ spreadValue() }}":"{{ .inputs }}",
         "n":"{{ .inputs.replicas }}","t":"{{ .inputs.replicas }} x","run":"{{ .run }}",
         "auth":"Bearer {{ .secrets.TOKEN }}","all":"{{ . | keys }}","missing":"{{ .inputs.no }}"}}
        """;

    var departure = prepare(aRun().called("r_1").doneBy(method).invocation());

    assertThat(departure)
        .isInstanceOfSatisfying(
            Departure.Ready.class,
            ready -> {
              assertThat(text(ready))
                  .isEqualTo(
                      "{\"service\":\"cart\",\"replicas\":3,\"n\":3,\"t\":\"3 x\",\"run\":{\"id\":\"r_1\"},"
                          + "\"auth\":\"Bearer s3cr3t\",\"all\":[\"action\",\"entity\",\"event\",\"inputs\","
                          + "\"run\",\"secrets\",\"trigger\"],\"missing\":null}");
              var shown = Json.text(ready.parcel().payload());
              assertThat(shown).contains("\"auth\":\"Bearer ****\"").doesNotContain("s3cr3t");
            });
  }

  @Test
  void showsNoProgramASecretThatItDoesNotName() {
    var method =
        "{\"type\":\"KAFKA\",\"payload\":[\"{{ .secrets.TOKEN }}\",\"{{ . }}\",\"{{ .secrets[\\\"with-hyphen\\\"] }}\"]}";

    var departure = (Departure.Ready) prepare(aRun().doneBy(method).invocation());

    var sent = Json.parse(departure.parcel().bytes());
    assertThat(sent.get(0).stringValue()).isEqualTo("s3cr3t");
    assertThat(sent.get(1).get("secrets")).isEmpty();
    assertThat(sent.get(2).stringValue()).isEqualTo("hy-ph-en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ .run.id", "a }}", "{{ [range(100000000)] }}"})
  void saysWhatIsWrongWithATemplate(String template) {
    var method = Json.object().put("type", "KAFKA");
    method.putObject("payload").put("x", template);

    assertThat(why(prepare(aRun().doneBy(Json.text(method)).invocation())))
        .containsAnyOf("double braces", "was stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GITHUB", "INTEGRATION_ACTION", "SOMETHING_NEW"})
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
