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
import io.slipway.orchestrator.run.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a webhook's templates. */
class WebhookBackendTest {
  private static final Jq JQ = new Jq(JqLimits.USUAL);
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private final Rendering rendering =
      new Rendering(
          new Templates(JQ), new HandSecrets().with("URL", "https://hooks.example.com/T/s3cr3t"));
  private final Backends backends =
      new Backends(rendering, new HandKeys(), org -> org + ".runs", Duration.ofMinutes(15), CLOCK);

  @AfterAll
  static void close() {
    JQ.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"url\":\"https://x/a b?q={{ {a:1} }}\" ~ https://x/a%20b?q=%7B%22a%22:1%7D",
        "\"url\":\"https://x/é\" ~ https://x/%C3%A9",
        "\"url\":\"https://[::1]:8080/[x]\" ~ https://[::1]:8080/%5Bx%5D",
        "\"url\":\" https://x/y%20z \" ~ https://x/y%20z",
        "\"url\":\"https://x\" ~ https://x"
      })
  void makesAnAddressOfWhatTemplatesMade(String member, String url) {
    assertThat(request(member).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "true ~ true",
        "false ~ false",
        "\"true\" ~ true",
        "\"{{ true }}\" ~ true",
        "\"{{ .inputs.no }}\" ~ false",
        "\"yes\" ~ false",
        "\"{{ 'true' }}\" ~ true"
      })
  void takesTruthForTruthAndItsWord(String written, boolean synchronous) {
    assertThat(request("\"url\":\"https://x\",\"synchronized\":" + written).synchronous())
        .isEqualTo(synchronous);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"retrySeconds\":60 ~ PT1M",
        "\"retrySeconds\":0 ~ PT0S",
        "\"retrySeconds\":999999 ~ PT24H",
        "\"retrySeconds\":\"60\" ~ PT15M",
        "\"method\":\"POST\" ~ PT15M"
      })
  void waitsAsLongAsTheActionSays(String member, Duration patience) {
    assertThat(request("\"url\":\"https://x\"," + member).patience()).isEqualTo(patience);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"url\":\"{{ .inputs.no }}\" ~ no text",
        "\"url\":\"https://x\",\"method\":\"GE T\" ~ none of HTTP's",
        "\"url\":\"https://x\",\"headers\":{\"a b\":\"c\"} ~ cannot be called",
        "\"url\":\"https://x\",\"headers\":{\"a\":\"b\\nc\"} ~ more than one line",
        "\"url\":\"https://x\",\"agent\":true,\"body\":[1] ~ has to be an object"
      })
  void saysWhatCannotBeSent(String members, String why) {
    assertThat(prepare(members))
        .isInstanceOfSatisfying(
            Departure.Impossible.class, one -> assertThat(one.why()).contains(why));
  }

  @Test
  void keepsOurOwnHeadersToItself() {
    var request =
        request(
            "\"url\":\"https://x\",\"headers\":{\"X-Port-Signature\":\"forged\",\"host\":\"y\","
                + "\"Content-Length\":\"1\",\"n\":3,\"null\":\"{{ null }}\",\"kept\":\"v\"}");

    assertThat(request.headers()).isEqualTo(Map.of("n", "3", "kept", "v"));
  }

  @Test
  void sendsNoBodyWithAQuestion() {
    assertThat(request("\"url\":\"https://x\",\"method\":\"get\"").body()).isNull();
    assertThat(request("\"url\":\"https://x\",\"method\":\"get\",\"body\":{}").body())
        .isEqualTo("{}");
  }

  @Test
  void tellsNoSecretInWhatIsSeen() {
    var parcel =
        parcel("\"url\":\"{{ .secrets.URL }}?x=1\",\"body\":{\"a\":\"{{ .secrets.URL }}\"}");

    assertThat(parcel.target()).isEqualTo("****");
    assertThat(Json.text(parcel.payload())).doesNotContain("s3cr3t");
    assertThat(parcel.toString()).doesNotContain("s3cr3t");
    assertThat(WebhookRequest.of(parcel.bytes()).url()).contains("s3cr3t");
  }

  @Test
  void showsTheSevenKeys() {
    var payload =
        parcel("\"url\":\"https://x\",\"body\":{\"n\":\"{{ .inputs.replicas }}\"}").payload();

    assertThat(Json.text(payload))
        .isEqualTo(
            "{\"type\":\"WEBHOOK\",\"url\":\"https://x\",\"agent\":false,\"synchronized\":false,"
                + "\"method\":\"POST\",\"headers\":{},\"body\":{\"n\":3}}");
  }

  private WebhookRequest request(String members) {
    return WebhookRequest.of(parcel(members).bytes());
  }

  private Parcel parcel(String members) {
    return ((Departure.Ready) prepare(members)).parcel();
  }

  private Departure prepare(String members) {
    var method = "{\"type\":\"WEBHOOK\"," + members + "}";
    return java.util.Objects.requireNonNull(
        backends.prepare(aRun().doneBy(method).invocation()).block());
  }
}
