package io.slipway.actionapi.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionValidatorTest {
  private static final String LEAST =
      """
      {"identifier":"a","trigger":{"type":"self-service","operation":"CREATE",
       "userInputs":{"properties":{}}},"invocationMethod":{"type":"KAFKA"}}
      """;

  @Test
  void takesTheLeastThatAnActionNeeds() {
    assertThat(check(LEAST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", ".", "..", "a/b", "", "runs"})
  void refusesIdentifiers(String identifier) {
    assertThat(check(LEAST.replace("\"a\"", "\"" + identifier + "\"")))
        .extracting(Fault::pointer)
        .containsOnly("/identifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"été-1", "a.b:c=d+e@f", "...", "R"})
  void takesIdentifiers(String identifier) {
    assertThat(check(LEAST.replace("\"a\"", "\"" + identifier + "\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Deploy,true", "D,false", "' Deploy',false", "sixteen letters!,false"})
  void measuresButtons(String text, boolean fits) {
    var body =
        LEAST.replace("\"operation\"", "\"actionCardButtonText\":\"" + text + "\",\"operation\"");

    assertThat(check(body).isEmpty()).isEqualTo(fits);
  }

  @Test
  void refusesAConditionWhereThereIsNoEntity() {
    var condition =
        "\"condition\":{\"type\":\"SEARCH\",\"rules\":[],\"combinator\":\"and\"},\"operation\"";
    var onCreate = LEAST.replace("\"operation\"", condition);
    var withoutBlueprint = onCreate.replace("CREATE", "DAY-2");
    var fine =
        withoutBlueprint.replace("\"operation\"", "\"blueprintIdentifier\":\"b\",\"operation\"");

    assertThat(pointers(onCreate)).containsExactly("/trigger/condition");
    assertThat(pointers(withoutBlueprint)).containsExactly("/trigger/condition");
    assertThat(check(fine)).isEmpty();
  }

  @Test
  void closesWhatTheContractClosesAndLeavesInputsOpen() {
    var both = LEAST.replace("\"properties\":{}", "\"properties\":{},\"order\":[],\"steps\":[]");
    var unknown = LEAST.replace("\"properties\":{}", "\"properties\":{},\"more\":1");
    var open =
        LEAST.replace(
            "\"properties\":{}", "\"properties\":{\"x\":{\"type\":\"string\",\"more\":1}}");

    assertThat(pointers(both)).containsExactly("/trigger/userInputs");
    assertThat(pointers(unknown)).containsExactly("/trigger/userInputs/more");
    assertThat(check(open)).isEmpty();
    assertThat(pointers(LEAST.replaceFirst("\\{", "{\"more\":1,"))).containsExactly("/more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | true",
        "false | true",
        "{\"type\":\"ANY\"} | true",
        "{\"type\":\"ALL\"} | true",
        "{\"type\":\"SOME\"} | false",
        "{} | false",
        "\"ANY\" | false"
      })
  void knowsApprovals(String required, boolean fits) {
    var body = LEAST.replaceFirst("\\{", "{\"requiredApproval\":" + required + ",");

    assertThat(check(body).isEmpty()).isEqualTo(fits);
  }

  @Test
  void namesEveryInputThatIsNotDefined() {
    var body =
        LEAST.replace(
            "\"properties\":{}",
            """
            "properties":{"x":{"type":"string","dependsOn":["y"]}},
            "titles":{"t":{"title":"T"}},"required":["x","z"],"order":["t","x","w"]
            """);

    assertThat(pointers(body))
        .containsExactly(
            "/trigger/userInputs/required/1",
            "/trigger/userInputs/order/2",
            "/trigger/userInputs/properties/x/dependsOn/0");
  }

  @Test
  void looksIntoInvocationMethods() {
    var webhook = "{\"type\":\"WEBHOOK\",\"url\":\"http://x\",\"agent\":true,\"body\":[]}";

    assertThat(pointers(method("{\"type\":\"WEBHOOK\"}"))).containsExactly("/invocationMethod");
    assertThat(pointers(method(webhook))).containsExactly("/invocationMethod/body");
    assertThat(pointers(method("{\"type\":\"KAFKA\",\"url\":\"x\"}")))
        .containsExactly("/invocationMethod/url");
    assertThat(pointers(method("{\"type\":\"PIGEON\"}"))).containsExactly("/invocationMethod/type");
    assertThat(check(method("{\"type\":\"KAFKA\",\"payload\":[]}"))).isEmpty();
  }

  @Test
  void knowsAutomations() {
    var automation =
        """
        {"identifier":"a","trigger":{"type":"automation",
         "event":{"type":"TIMER_PROPERTY_EXPIRED","blueprintIdentifier":"b"%s}},
         "invocationMethod":{"type":"KAFKA"},"publish":true}
        """;

    assertThat(pointers(automation.formatted(""))).containsExactly("/trigger/event");
    assertThat(check(automation.formatted(",\"propertyIdentifier\":\"ttl\""))).isEmpty();
  }

  private static String method(String method) {
    return LEAST.replace("{\"type\":\"KAFKA\"}", method);
  }

  private static List<Fault> check(String body) {
    return ActionValidator.check(Json.parse(body));
  }

  private static List<String> pointers(String body) {
    return check(body).stream().map(Fault::pointer).toList();
  }
}
