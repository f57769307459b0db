package io.slipway.chassis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.jq.Jq;
import io.slipway.chassis.jq.JqLimits;
import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Templates against what the real jq 1.6 puts out: {@code template/expect.sh} among the resources
 * of the tests wrote the expectations.
 */
class RealJqTest {
  private static final Jq JQ = new Jq(JqLimits.USUAL);
  private static final Templates TEMPLATES = new Templates(JQ);
  private static final JsonNode ROOT = Json.parse(resource("root.json"));

  @AfterAll
  static void close() {
    JQ.close();
  }

  static Stream<Arguments> expectations() {
    return resource("expectations.jsonl")
        .lines()
        .map(Json::parse)
        .map(line -> Arguments.of(line.get("program").stringValue(), line.get("values")));
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void fillsAsJqWould(String program, JsonNode values) {
    var document = Json.object().put("it", "{{ " + program + " }}");

    var expected = Json.object();
    values.forEach(value -> expected.set("it", value));
    assertThat(Json.text(TEMPLATES.fill(document, one -> ROOT))).isEqualTo(Json.text(expected));
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void putsItIntoTextAsJqWould(String program, JsonNode values) {
    var document = Json.object().put("it", "<{{ " + program + " }}>");

    var value = values.get(0);
    var text =
        value == null ? "undefined" : value.isString() ? value.stringValue() : Json.text(value);
    assertThat(TEMPLATES.fill(document, one -> ROOT).get("it").stringValue())
        .isEqualTo("<" + text + ">");
  }

  private static String resource(String name) {
    try (var stream = RealJqTest.class.getResourceAsStream("/template/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(name, unreadable);
    }
  }
}
