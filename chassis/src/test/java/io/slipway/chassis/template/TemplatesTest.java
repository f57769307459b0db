package io.slipway.chassis.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.jq.Jq;
import io.slipway.chassis.jq.JqLimits;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The contract's own vectors, and what it says in words. */
class TemplatesTest {
  private static final Jq JQ = new Jq(JqLimits.USUAL);
  private static final Templates TEMPLATES = new Templates(JQ);

  @AfterAll
  static void close() {
    JQ.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // the table of the contract
        "{\"foo\":1} ~ \"{{.foo}}\" ~ 1",
        "{} ~ \"{{.foo}}\" ~ null",
        "{\"foo\":[\"bar\"]} ~ \" {{ .foo }} \" ~ [\"bar\"]",
        "{\"foo\":null} ~ \"u?q={{.foo}}\" ~ \"u?q=null\"",
        "{\"foo\":{\"bar\":\"bar\"}} ~ \"u?q={{.foo}}\" ~ \"u?q={\\\"bar\\\":\\\"bar\\\"}\"",
        "{\"foo\":\"bar\",\"bar\":\"foo\"} ~ {\"{{.foo}}\":\"{{.bar}}{{.foo}}\"} ~ {\"bar\":\"foobar\"}",
        "{} ~ {\"{{null}}\":\"x\",\"{{empty}}\":\"y\",\"{{\\\"\\\"}}\":\"z\"} ~ {}",
        "{\"foo\":\"bar\"} ~ {\"{{ spreadValue() }}\":\"{{ . }}\"} ~ {\"foo\":\"bar\"}",
        "{\"foo\":\"com\"} ~ \"{{'https://url.' + .foo}}\" ~ \"https://url.com\"",
        "{\"foo\":\"bar\"} ~ \"{{\\\"\\\\\\\"foo\\\\\\\"\\\"}}\" ~ \"\\\"foo\\\"\"",
        "{} ~ \"{{ .x.assignments.0 }}\" ~ null",
        "{\"foo\":\"bar\"} ~ \"\\\"{{.foo}}\\\"\" ~ \"\\\"bar\\\"\"",
        // types, text, structure
        "{\"n\":3} ~ {\"n\":\"{{ .n }}\",\"t\":\"{{ .n }} x\"} ~ {\"n\":3,\"t\":\"3 x\"}",
        "{\"n\":5.0} ~ \"{{ .n }}\" ~ 5.0",
        "{} ~ {\"a\":\"{{ .missing }}\"} ~ {\"a\":null}",
        "{} ~ {\"a\":\"{{ empty }}\",\"b\":1} ~ {\"b\":1}",
        "{} ~ [\"{{ empty }}\",2] ~ [null,2]",
        "{} ~ \"x{{ empty }}y\" ~ \"xundefinedy\"",
        "{\"a\":[1,2]} ~ \"{{ .a[] }}\" ~ 1",
        "{\"a\":[1,2]} ~ \"<{{ .a }}>\" ~ \"<[1,2]>\"",
        "{\"a\":true} ~ \"{{ .a }}{{ .a }}\" ~ \"truetrue\"",
        "{\"a\":1} ~ [1,true,null,{\"x\":[\"{{ .a }}\"]}] ~ [1,true,null,{\"x\":[1]}]",
        "{\"a\":1} ~ \"no braces { here } at all\" ~ \"no braces { here } at all\"",
        "{\"a\":1} ~ \"{{{a:.a}}}\" ~ {\"a\":1}",
        "{} ~ \"{{ \\\"}}\\\" }}\" ~ \"}}\"",
        "{} ~ \"{{ '{{' }}\" ~ \"{{\"",
        "{\"k\":\"x\"} ~ {\"a-{{.k}}\":1} ~ {\"a-x\":1}",
        "{\"i\":{\"b\":2}} ~ {\"a\":1,\"{{spreadValue( )}}\":\"{{ .i }}\",\"c\":3} ~ {\"a\":1,\"b\":2,\"c\":3}",
        "{\"i\":{\"a\":2}} ~ {\"a\":1,\" {{ spreadValue() }} \":\"{{ .i }}\"} ~ {\"a\":2}",
        "{\"i\":{\"a\":2}} ~ {\"{{ spreadValue() }}\":\"{{ .i }}\",\"a\":1} ~ {\"a\":1}",
        "{\"i\":[7,8]} ~ {\"{{ spreadValue() }}\":\"{{ .i }}\"} ~ {\"0\":7,\"1\":8}",
        "{\"x\":1} ~ {\"{{ spreadValue() }}\":{\"y\":\"{{ .x }}\"},\"z\":0} ~ {\"y\":1,\"z\":0}",
        "{\"a\":\"x\"} ~ \"{{ .a + 'é' }}\" ~ \"xé\""
      })
  void fillsAsTheContractSays(String root, String template, String filled) {
    assertThat(Json.text(fill(template, root))).isEqualTo(filled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"prefix{{.foo}postfix\" ~ Found opening double braces in index 6 without closing double braces",
        "\"{{.foo\" ~ Found opening double braces in index 0 without closing double braces",
        "\"a}}\" ~ Found closing double braces in index 1 without opening double braces",
        "\"{{.a}} }}\" ~ Found closing double braces in index 7 without opening double braces",
        "\"a{{ {{ }}\" ~ Found double braces in index 4 inside other one in index 1",
        "{\"{{ 1 }}\":2} ~ Evaluated object key should be undefined, null or string. Original key: {{ 1 }}, evaluated to: 1",
        "{\"{{ {} }}\":2} ~ Evaluated object key should be undefined, null or string. Original key: {{ {} }}, evaluated to: {}",
        "{\"{{ spreadValue() }}\":\"{{ null }}\"} ~ Evaluated value should be an object if the key is {{ spreadValue() }}. Original value: \"{{ null }}\", evaluated to: null",
        "{\"{{ spreadValue() }}\":\"{{ empty }}\"} ~ Evaluated value should be an object if the key is {{ spreadValue() }}. Original value: \"{{ empty }}\", evaluated to: undefined",
        "{\"{{ spreadValue() }}\":\"text\"} ~ Evaluated value should be an object if the key is {{ spreadValue() }}. Original value: \"text\", evaluated to: \"text\""
      })
  void saysWhatIsWrong(String template, String why) {
    assertThatThrownBy(() -> fill(template, "{}"))
        .isInstanceOf(TemplateFault.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[range(100000000)]",
        "def f: f; f",
        "last(range(1000000000))",
        "\"a\" * 100000000",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\" | test(\"^(a+)+$\")"
      })
  void stopsWhatRunsAway(String program) {
    var template = Json.object().put("x", "{{ " + program + " }}");

    assertThatThrownBy(() -> TEMPLATES.fill(template, one -> Json.object()))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("was stopped")
        .hasMessageContaining(program);
  }

  @Test
  void computesNothingBehindTheFirstResult() {
    assertThat(Json.text(fill("\"{{ range(1000000000) }}\"", "{}"))).isEqualTo("0");
    assertThat(Json.text(fill("\"{{ 1, error(\\\"late\\\") }}\"", "{}"))).isEqualTo("1");
  }

  @Test
  void boundsADocumentAsAWhole() {
    var root = Json.object().put("blob", "x".repeat(900_000));
    var many = Json.array();
    for (int i = 0; i < 12; i++) {
      many.add("{{ .blob }}");
    }

    assertThatThrownBy(() -> TEMPLATES.fill(many, one -> root))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void boundsTheNumberOfPrograms() {
    var many = Json.array();
    for (int i = 0; i < 2_001; i++) {
      many.add("{{ 1 }}");
    }

    assertThatThrownBy(() -> TEMPLATES.fill(many, one -> Json.object()))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("2000 programs");
  }

  @Test
  void showsEachProgramWhatItsTextMaySee() {
    var asked = new ArrayList<String>();

    TEMPLATES.fill(
        Json.parse("{\"a\":\"{{ .a }}{{ .b }}\",\"{{ .c }}\":1}"),
        program -> {
          asked.add(program);
          return Json.object();
        });

    assertThat(asked).containsExactly(" .a ", " .b ", " .c ");
  }

  @Test
  void namesThePrograms() {
    var document =
        Json.parse("{\"a\":[\"{{ .a }} {{.b}}\"],\"{{ .c }}\":1,\"{{spreadValue()}}\":\"x\"}");

    assertThat(Templates.programs(document)).containsExactly(" .a ", ".b", " .c ");
  }

  @Test
  void asksNobodyAboutPlainDocuments() {
    var document = Json.parse("{\"a\":[1.50,\"x\"],\"b\":{\"c\":null}}");

    assertThat(TEMPLATES.filled(document, program -> Json.object()).block()).isSameAs(document);
  }

  private static JsonNode fill(String template, String root) {
    return TEMPLATES.fill(Json.parse(template), program -> Json.parse(root));
  }
}
