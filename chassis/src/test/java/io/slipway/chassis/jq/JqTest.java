package io.slipway.chassis.jq;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JqTest {
  private static final Jq JQ = new Jq(JqLimits.USUAL);
  private static final JsonNode CART =
      Json.parse(
          """
          {"identifier":"cart","title":"Cart","team":["platform"],
           "properties":{"n":2,"exact":5.0,"lang":"java","tags":["b","a"],"on-call":"ann",
             "cfg":{"a":{"x":1},"b":2},"over":{"a":{"y":3},"b":9},
             "at":"2024-06-09T12:28:18.477Z","at2":"2024-06-09T12:28:18Z","nul":null,
             "url":"https://github.com/org/repo"},
           "relations":{"system":"shop","many":["x","y"],"none":null}}
          """);

  @AfterAll
  static void close() {
    JQ.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'https://x/' + .identifier ~ \"https://x/cart\"",
        ".properties.n + 1 ~ 3",
        ".properties.exact ~ 5.0",
        ".properties.missing // 'none' ~ \"none\"",
        ".properties[\"on-call\"] ~ \"ann\"",
        ".properties.cfg * .properties.over ~ {\"a\":{\"x\":1,\"y\":3},\"b\":9}",
        ".properties.tags | sort | join(\",\") ~ \"a,b\"",
        ".properties.tags[] ~ \"b\"",
        ".properties.nul + \"x\" ~ \"x\"",
        ".properties.nul.foo ~ null",
        ".properties.at | sub(\"\\\\.[0-9]+Z$\";\"Z\") | fromdateiso8601 ~ 1717936098",
        "(\"2024-06-09T12:28:18Z\"|fromdate) + 86400 | todate ~ \"2024-06-10T12:28:18Z\"",
        ".properties.url | split(\"/\") | .[-1] ~ \"repo\"",
        ".properties.url | capture(\"github.com/(?<org>[^/]+)/(?<repo>.+)\") | .repo ~ \"repo\"",
        "if .properties.n > 1 then 'big' else 'small' end ~ \"big\"",
        "[.properties.tags[] | ascii_upcase] ~ [\"B\",\"A\"]",
        "@base64 \"\\(.identifier)\" ~ \"Y2FydA==\"",
        "$ENV.PATH ~ null",
        "env.PATH ~ null",
        "\"  a \" | trim ~ \"a\"",
        "\"  a \" | ltrim ~ \"a \"",
        "\"  a \" | rtrim ~ \"  a\"",
        "[limit(2; .properties.tags[])] ~ [\"b\",\"a\"]",
        "[first(range(5)), last(range(5))] ~ [0,4]",
        "2.6 | [round, floor, ceil] ~ [3,2,3]",
        "[3,1,2] | [min, max, add, any, all, length] ~ [1,3,6,true,true,3]",
        "[{\"a\":1},{\"a\":2}] | [max_by(.a).a, min_by(.a).a] ~ [2,1]",
        "[1,[2]] | [flatten[]] ~ [1,2]",
        "{\"a\":1} | with_entries(.value += 1) ~ {\"a\":2}",
        "[.properties.tags[] | IN(\"a\")] ~ [false,true]",
        "\"a b\" | @uri ~ \"a%20b\"",
        "0 | strftime(\"%Y-%m-%dT%H:%M:%SZ\") ~ \"1970-01-01T00:00:00Z\"",
        "0 | gmtime | mktime ~ 0",
        "\"2024-06-09\" | strptime(\"%Y-%m-%d\") | mktime ~ 1717891200",
        "1717936098 | todateiso8601 ~ \"2024-06-09T12:28:18Z\"",
        "try error(\"x\") catch . ~ \"x\"",
        "[.[]?] | length ~ 5",
        "reduce (1,2,3) as $i (0; . + $i) ~ 6",
        "[1,2,3,4] | .[1:3] ~ [2,3]",
        "\"abc\" | [startswith(\"a\"), endswith(\"c\"), ltrimstr(\"a\"), rtrimstr(\"c\")] ~ [true,true,\"bc\",\"ab\"]",
        "[scan(\"x\")?] ~ []",
        "\"a1b2\" | [scan(\"[0-9]\")] ~ [\"1\",\"2\"]",
        "\"a1b2\" | gsub(\"[0-9]\";\"\") ~ \"ab\"",
        "[1,1,2] | unique ~ [1,2]",
        "[1,2] | index(2) ~ 1",
        "{\"a\":1,\"b\":2} | del(.a) ~ {\"b\":2}",
        "[1,2,3] | until(length < 2; .[1:]) ~ [3]",
        "now | type ~ \"number\"",
        "[.properties.tags[] as $t | $t] ~ [\"b\",\"a\"]",
        "{\"a\":{\"b\":1}} | getpath([\"a\",\"b\"]) ~ 1",
        "\"{\\\"a\\\":1}\" | fromjson | .a ~ 1",
        "[1,\"x\"] | tojson ~ \"[1,\\\"x\\\"]\"",
        "[{\"k\":1},{\"k\":1}] | group_by(.k) | length ~ 1",
        "[objects] | length ~ 1",
        "\"12\" | tonumber ~ 12",
        "12 | tostring ~ \"12\"",
        "[.properties.tags | contains([\"a\"]), has(0)] ~ [true,true]",
      })
  void answersAsTheLanguageSays(String program, String expected) {
    var result = JQ.evaluate(program, CART);

    assertThat(result).as(program).isInstanceOf(JqResult.Values.class);
    var first = ((JqResult.Values) result).values().getFirst();
    assertThat(Json.text(first)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".properties.n / 0",
        ".properties.on-call",
        ".properties.'on-call'",
        ".properties.tags | sort | join(',')",
        ".properties.lang.foo",
        ".properties.at | fromdateiso8601",
        "error(\"no\")",
        "input",
        "inputs",
        "import \"x\" as x; 1",
        "include \"x\"; 1",
        "nonsense(",
        "input_filename",
        "\"/etc/passwd\" | getpath",
        "get_search_list",
        "halt",
      })
  void failsWithoutReachingAnything(String program) {
    assertThat(JQ.evaluate(program, CART)).isInstanceOf(JqResult.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(1e12)",
        "[range(1e12)]",
        "def f: f; f",
        "def f: 1 + f; f",
        "def f(n): if n == 0 then 0 else f(n-1), f(n-1) end; [f(60)] | length",
        "last(range(1e12))",
        "1 | [recurse(. + 1; true)]",
        "1 | until(false; . + 1)",
        "[limit(100000000; repeat(1))] | length",
        "\"a\" * 1e9",
        "reduce range(60) as $i (\"aaaaaaaa\"; . + .)",
        "reduce range(40) as $i ([1,2,3,4]; . + .)",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" | test(\"^(a+)+$\")",
        "[1] | .[1000000000] = 1",
        "reduce range(200) as $i (1; [.])",
        "[range(1000000)] | map(tostring) | join(\",\")",
      })
  void stopsWhatRunsAway(String program) {
    assertThat(JQ.evaluate(program, CART)).as(program).isInstanceOf(JqResult.Runaway.class);
    assertThat(JQ.evaluate(".identifier", CART)).isInstanceOf(JqResult.Values.class);
  }

  @Test
  void letsAProgramRestThatRunsAwayAgainAndAgain() {
    var endless = "1 | until(. < 0; . + 2)";
    for (int i = 0; i < 8; i++) {
      JQ.evaluate(endless, CART);
    }

    assertThat(JQ.evaluate(endless, CART))
        .isEqualTo(new JqResult.Runaway("it ran away several times, and rests for a moment"));
  }

  @Test
  void refusesAProgramThatIsTooLongOrTooDeep() {
    assertThat(JQ.evaluate("1+".repeat(20_000) + "1", CART)).isInstanceOf(JqResult.Failed.class);
    assertThat(JQ.evaluate("(".repeat(8_000) + "1" + ")".repeat(8_000), CART))
        .isNotInstanceOf(JqResult.Values.class);
  }
}
