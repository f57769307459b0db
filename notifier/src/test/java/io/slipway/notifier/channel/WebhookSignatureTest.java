package io.slipway.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final String SECRET = "conformance-secret-0123456789abcdef";
  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000, 999_000_000);

  @Test
  void isTheOneThatClientsCompute() {
    var body =
        """
        {"action":"deploy","context":{"runId":"r_conf0001"},"payload":{"action":{"identifier":"deploy",\
        "invocationMethod":{"type":"WEBHOOK","agent":true,"url":"http://127.0.0.1:9001/hook"}},\
        "properties":{}},"headers":{}}""";

    assertThat(WebhookSignature.of(SECRET, AT, body))
        .isEqualTo(
            new WebhookSignature("1700000000", "v1,8qOJlDMcwQuBcHRd3PJcf/Hs6YbGxEpryuVY0m5LPjQ="));
  }

  @Test
  void signsTheBytesOfUtf8() {
    var body =
        """
        {"context":{"runId":"r_conf0002"},"payload":{"properties":{"name":"Zoë ☃","path":"a/b",\
        "tab":"\\t","ctl":"\\u001f","n":3,"f":0.5,"big":12345678901234567890,"small":1e-07}},\
        "headers":{"RUN_ID":"r_conf0002"}}""";

    assertThat(WebhookSignature.of(SECRET, AT, body).signature())
        .isEqualTo("v1,+8Da2LMVIRQOfLtY6R5/V3au8tKxbG6ULDAJTEfI2UM=");
  }
}
