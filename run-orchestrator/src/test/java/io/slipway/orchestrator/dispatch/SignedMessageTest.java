package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Signatures as agents check them, by the vectors of the contract. */
class SignedMessageTest {
  private static final SigningKey CONFORMANCE =
      new SigningKey("conformance-secret-0123456789abcdef");
  private static final Instant THEN = Instant.ofEpochSecond(1700000000);

  private static final String PLAIN =
      """
      {"action":"deploy","context":{"runId":"r_conf0001"},"payload":{"action":{"identifier":"deploy",\
      "invocationMethod":{"type":"WEBHOOK","agent":true,"url":"http://127.0.0.1:9001/hook"}},\
      "properties":{}},"headers":{}}""";

  private static final String UNUSUAL =
      """
      {"context":{"runId":"r_conf0002"},"payload":{"properties":{"name":"Zoë ☃","path":"a/b",\
      "tab":"\\t","ctl":"\\u001f","n":3,"f":0.5,"big":12345678901234567890,"small":1e-07}},\
      "headers":{"RUN_ID":"r_conf0002"}}""";

  /** The fixture of the agent's own tests. */
  private static final String AGENTS_OWN =
      """
      {"action":"Create","resourceType":"run","status":"TRIGGERED","trigger":{"by":{"orgId":"test_org",\
      "userId":"test_user"},"origin":"UI","at":"2022-11-16T16:31:32.447Z"},"context":{"entity":null,\
      "blueprint":"Service","runId":"r_jE5FhDURh4Uen2Qr"},"payload":{"entity":null,"action":{\
      "id":"action_34aweFQtayw7SCVb","identifier":"Create","title":"Create","icon":"DefaultBlueprint",\
      "userInputs":{"properties":{"foo":{"type":"string","description":"Description"},"bar":{"type":\
      "number","description":"Description"}},"required":[]},"invocationMethod":{"type":"WEBHOOK",\
      "agent":true,"url":"http://localhost:80/api/test"},"trigger":"CREATE","description":"",\
      "blueprint":"Service","createdAt":"2022-11-15T09:58:52.863Z","createdBy":"test_user",\
      "updatedAt":"2022-11-15T09:58:52.863Z","updatedBy":"test_user"},"properties":{}},"headers":{}}""";

  @Test
  void signsAPlainMessage() {
    assertThat(signatureOf(PLAIN, CONFORMANCE, THEN))
        .isEqualTo("v1,8qOJlDMcwQuBcHRd3PJcf/Hs6YbGxEpryuVY0m5LPjQ=");
  }

  @Test
  void signsUnusualTextAndNumbers() {
    assertThat(signatureOf(UNUSUAL, CONFORMANCE, THEN))
        .isEqualTo("v1,+8Da2LMVIRQOfLtY6R5/V3au8tKxbG6ULDAJTEfI2UM=");
  }

  @Test
  void signsAsTheAgentItselfDoes() {
    var then = Instant.ofEpochSecond(1713277889);

    assertThat(signatureOf(AGENTS_OWN, new SigningKey("test"), then))
        .isEqualTo("v1,uuBMfcio3oscejO5bOtL97K1AmiZjxDvou7sChjMNeE=");
  }

  @Test
  void leavesTheRestOfTheMessageAsItWas() {
    var sent = text(PLAIN, CONFORMANCE, THEN);

    var withoutSignature = sent.replaceFirst("\"headers\":\\{.*}}$", "\"headers\":{}}");
    assertThat(withoutSignature).isEqualTo(PLAIN);
    assertThat(Json.parse(sent).at("/headers/X-Port-Timestamp").stringValue())
        .isEqualTo("1700000000");
  }

  @Test
  void keepsHeadersOfTheActionsOwnUnderTheSignature() {
    var headers = Json.parse(text(UNUSUAL, CONFORMANCE, THEN)).get("headers");

    assertThat(headers.propertyNames())
        .containsExactly("RUN_ID", "X-Port-Timestamp", "X-Port-Signature");
  }

  @Test
  void doesNotTellTheKey() {
    assertThat(CONFORMANCE).hasToString("SigningKey[****]");
  }

  private static String signatureOf(String message, SigningKey key, Instant at) {
    return Json.parse(text(message, key, at)).at("/headers/X-Port-Signature").stringValue();
  }

  private static String text(String message, SigningKey key, Instant at) {
    return new String(SignedMessage.of(Json.object(message), key, at), StandardCharsets.UTF_8);
  }
}
