package io.slipway.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts, secrets and signatures of the contract's golden vectors. */
class SignatureTest {

  private static final String SECRET = "conformance-secret-0123456789abcdef";
  private static final String PLAIN =
      "{\"action\":\"deploy\",\"context\":{\"runId\":\"r_conf0001\"},\"payload\":{\"action\":{\"identifier\":\"deploy\","
          + "\"invocationMethod\":{\"type\":\"WEBHOOK\",\"agent\":true,\"url\":\"http://127.0.0.1:9001/hook\"}},"
          + "\"properties\":{}},\"headers\":{}}";
  private static final String PLAIN_SIGNATURE = "v1,8qOJlDMcwQuBcHRd3PJcf/Hs6YbGxEpryuVY0m5LPjQ=";
  private static final String HARD =
      "{\"context\":{\"runId\":\"r_conf0002\"},\"payload\":{\"properties\":{\"name\":\"Zoë ☃\",\"path\":\"a/b\","
          + "\"tab\":\"\\t\",\"ctl\":\"\\u001f\",\"n\":3,\"f\":0.5,\"big\":12345678901234567890,\"small\":1e-07}},"
          + "\"headers\":{\"RUN_ID\":\"r_conf0002\"}}";
  private static final String HARD_SIGNATURE = "v1,+8Da2LMVIRQOfLtY6R5/V3au8tKxbG6ULDAJTEfI2UM=";
  private static final String STOCK =
      """
      {"action":"Create","resourceType":"run","status":"TRIGGERED","trigger":{"by":{"orgId":"test_org",\
      "userId":"test_user"},"origin":"UI","at":"2022-11-16T16:31:32.447Z"},"context":{"entity":null,\
      "blueprint":"Service","runId":"r_jE5FhDURh4Uen2Qr"},"payload":{"entity":null,"action":{\
      "id":"action_34aweFQtayw7SCVb","identifier":"Create","title":"Create","icon":"DefaultBlueprint",\
      "userInputs":{"properties":{"foo":{"type":"string","description":"Description"},"bar":{"type":"number",\
      "description":"Description"}},"required":[]},"invocationMethod":{"type":"WEBHOOK","agent":true,\
      "url":"http://localhost:80/api/test"},"trigger":"CREATE","description":"","blueprint":"Service",\
      "createdAt":"2022-11-15T09:58:52.863Z","createdBy":"test_user","updatedAt":"2022-11-15T09:58:52.863Z",\
      "updatedBy":"test_user"},"properties":{}},"headers":{}}""";

  private final Signature signature = new Signature(SECRET);

  @Test
  void acceptsTheGoldenMessages() {
    assertThat(signature.isGenuine(signed(PLAIN, "1700000000", PLAIN_SIGNATURE))).isTrue();
    assertThat(signature.isGenuine(signed(HARD, "1700000000", HARD_SIGNATURE))).isTrue();
    assertThat(
            new Signature("test")
                .isGenuine(
                    signed(STOCK, "1713277889", "v1,uuBMfcio3oscejO5bOtL97K1AmiZjxDvou7sChjMNeE=")))
        .isTrue();
  }

  @Test
  void acceptsATimeThatIsANumber() {
    var message =
        signed(PLAIN, "1700000000", PLAIN_SIGNATURE).replace("\"1700000000\"", "1700000000");

    assertThat(signature.isGenuine(message)).isTrue();
  }

  @Test
  void doesNotMindBlanksBetweenTokens() {
    var message =
        signed(PLAIN, "1700000000", PLAIN_SIGNATURE).replace(",\"payload\":", ", \"payload\" :\n");

    assertThat(signature.isGenuine(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r_conf0001", "deploy", "true", "9001"})
  void refusesAMessageThatWasChanged(String part) {
    var message = signed(PLAIN, "1700000000", PLAIN_SIGNATURE);
    var changed = message.replace(part, part.equals("true") ? "false" : part + "1");

    assertThat(changed).isNotEqualTo(message);
    assertThat(signature.isGenuine(changed)).isFalse();
  }

  @Test
  void refusesAnotherTimeAnotherSecretAndNoSignature() {
    var message = signed(PLAIN, "1700000000", PLAIN_SIGNATURE);

    assertThat(signature.isGenuine(message.replace("1700000000", "1700000001"))).isFalse();
    assertThat(new Signature("somebody else's").isGenuine(message)).isFalse();
    assertThat(signature.isGenuine(PLAIN)).isFalse();
    assertThat(signature.isGenuine("no json")).isFalse();
    assertThat(signature.isGenuine("[]")).isFalse();
  }

  @Test
  void takesItOutOfTheMessagesOwnHeadersOnly() {
    var nested = PLAIN.replace("\"properties\":{}", "\"properties\":{\"headers\":{}}");

    assertThat(signature.isGenuine(signed(nested, "1700000000", PLAIN_SIGNATURE))).isFalse();
  }

  /** Both keys go in at the end of the headers, as Slipway does it. */
  private static String signed(String text, String timestamp, String signature) {
    var keys =
        "\"X-Port-Timestamp\":\"%s\",\"X-Port-Signature\":\"%s\"".formatted(timestamp, signature);
    var end = text.length() - "}}".length();
    var comma = text.charAt(end - 1) == '{' ? "" : ",";
    return text.substring(0, end) + comma + keys + "}}";
  }
}
