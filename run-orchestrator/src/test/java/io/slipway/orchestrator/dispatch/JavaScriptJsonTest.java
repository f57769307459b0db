package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expectations are what a JavaScript engine prints for {@code JSON.stringify(JSON.parse(text))}.
 */
class JavaScriptJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1 ~ 1",
        "-7 ~ -7",
        "9007199254740992 ~ 9007199254740992",
        "5.0 ~ 5",
        "2.50 ~ 2.5",
        "0.1 ~ 0.1",
        "-0.0 ~ 0",
        "0.0001 ~ 0.0001",
        "0.00001 ~ 0.00001",
        "0.000001 ~ 0.000001",
        "1e-7 ~ 1e-7",
        "1.5e-7 ~ 1.5e-7",
        "5e-324 ~ 5e-324",
        "1e20 ~ 100000000000000000000",
        "1e21 ~ 1e+21",
        "1.5e300 ~ 1.5e+300",
        "123456789.125 ~ 123456789.125",
        "1.7976931348623157e308 ~ 1.7976931348623157e+308",
        "0.1e1 ~ 1"
      })
  void writesNumbersAsJavaScriptDoes(String written, String again) {
    assertThat(JavaScriptJson.text(Json.parse(written))).isEqualTo(again);
  }

  @Test
  void writesWhatNeedsNoEscapeRaw() {
    var text = "{\"a\":\"é/\u2028\u007f\\\"\\\\\\n\\u001f\",\"b\":[null,true]}";

    assertThat(JavaScriptJson.text(Json.parse(text))).isEqualTo(text);
  }

  @Test
  void putsIndexesFirst() {
    assertThat(JavaScriptJson.text(Json.parse("{\"b\":1,\"10\":2,\"2\":3,\"01\":4,\"a\":5}")))
        .isEqualTo("{\"2\":3,\"10\":2,\"b\":1,\"01\":4,\"a\":5}");
  }

  @Test
  void refusesWhatNobodyCanRead() {
    assertThatThrownBy(() -> JavaScriptJson.text(Json.parse("1e999")))
        .isInstanceOf(PythonJson.Unwritable.class);
  }
}
