package io.slipway.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringifiedJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                    | 0",
        "-0.0                 | 0",
        "5.0                  | 5",
        "-12.500              | -12.5",
        "0.1                  | 0.1",
        "1e3                  | 1000",
        "123456789012345678   | 123456789012345678",
        "100000000000000000000| 100000000000000000000",
        "1e21                 | 1e+21",
        "1.5e300              | 1.5e+300",
        "0.000001             | 0.000001",
        "0.0000001            | 1e-7",
        "0.00000015           | 1.5e-7",
        "123.456e-10          | 1.23456e-8",
        "4.9e-324             | 5e-324",
        "0.30000000000000004  | 0.30000000000000004",
        "1e400                | null"
      })
  void printsNumbersAsJavaScriptDoes(String written, String printed) {
    assertThat(StringifiedJson.of(Json.parse(written))).isEqualTo(printed);
  }

  @Test
  void escapesNoMoreThanItMust() {
    var text = Json.object().put("t", "a/b \"q\" \\ \n\t\u001f é ☃ \u2028 😀 \ud83d");

    assertThat(StringifiedJson.of(text))
        .isEqualTo("{\"t\":\"a/b \\\"q\\\" \\\\ \\n\\t\\u001f é ☃ \u2028 😀 \\ud83d\"}");
  }

  @Test
  void keepsTheOrderOfMembersAndPrintsNoSpaces() {
    var text = "{\"b\":[1,true,null,{}],\"a\":{\"z\":[],\"y\":\"\"}}";

    assertThat(StringifiedJson.of(Json.parse(text))).isEqualTo(text);
  }

  @Property
  void whatWasPrintedIsReadAsItWas(@ForAll String string, @ForAll double number) {
    var value = Json.object().put("s", string).put("n", number);

    var again = Json.parse(StringifiedJson.of(value));

    assertThat(again.path("s").stringValue()).isEqualTo(string);
    assertThat(again.path("n").doubleValue()).isEqualTo(number == 0 ? 0.0 : number);
  }

  @Property
  void printingIsAFixedPoint(@ForAll double number) {
    var once = StringifiedJson.of(Json.object().put("n", number));

    assertThat(StringifiedJson.of(Json.parse(once))).isEqualTo(once);
  }
}
