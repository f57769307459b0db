package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as Python writes it. */
class PythonJsonTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-7, -7",
    "10000000000000000, 10000000000000000",
    "12345678901234567890, 12345678901234567890",
    "0.5, 0.5",
    "5.0, 5.0",
    "1e3, 1000.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1e-7, 1e-07",
    "1e16, 1e+16",
    "1e15, 1000000000000000.0",
    "1e21, 1e+21",
    "123456789012345678.5, 1.2345678901234568e+17",
    "1.5e300, 1.5e+300",
    "5e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "0.1234567890123456789, 0.12345678901234568",
    "-1e-7, -1e-07",
    "1e-400, 0.0"
  })
  void writesNumbersAsPythonDoes(String given, String written) {
    assertThat(PythonJson.text(Json.parse(given))).isEqualTo(written);
  }

  @Test
  void writesWhatNoDoubleCanHoldAsDigits() {
    assertThat(PythonJson.text(Json.parse("1e310"))).isEqualTo("1" + "0".repeat(310));
  }

  @Test
  void refusesNumbersThatWouldFillTheMemory() {
    assertThatThrownBy(() -> PythonJson.text(Json.parse("1e999999999")))
        .isInstanceOf(PythonJson.Unwritable.class)
        .hasMessageContaining("digits");
  }

  @Test
  void escapesOnlyWhatItMust() {
    var given = "{\"\\u007f\\u2028/<é☃😀\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001F\"}";

    assertThat(PythonJson.text(Json.parse(given)))
        .isEqualTo("{\"\u007f\u2028/<é☃😀\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\"}");
  }

  @Test
  void replacesHalfACharacter() {
    assertThat(PythonJson.text(Json.parse("[\"a\\ud800\",\"\\udc00b\",\"\\ud83d\\ude00\"]")))
        .isEqualTo("[\"a\uFFFD\",\"\uFFFDb\",\"😀\"]");
  }

  @Test
  void keepsTheOrderOfMembers() {
    assertThat(PythonJson.text(Json.parse("{\"b\": null, \"a\": [true, {}], \"c\": []}")))
        .isEqualTo("{\"b\":null,\"a\":[true,{}],\"c\":[]}");
  }
}
