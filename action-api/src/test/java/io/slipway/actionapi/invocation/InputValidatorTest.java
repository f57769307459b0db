package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.invocation.InputValidator.Outcome;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputValidatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'type':'string'} | 'x' | ",
        "{'type':'string'} | 7 | must be string",
        "{'type':'number'} | 7.5 | ",
        "{'type':'number'} | '7' | must be number",
        "{'type':'boolean'} | 'true' | must be boolean",
        "{'type':'object'} | [] | must be object",
        "{'type':'array'} | {} | must be array",
        "{'type':'string','enum':['a','b']} | 'b' | ",
        "{'type':'string','enum':['a','b']} | 'c' | must be equal to one of the allowed values",
        "{'type':'number','enum':[5]} | 5.0 | ",
        "{'type':'array','enum':['a','b']} | ['a'] | ",
        "{'type':'array','enum':['a','b']} | ['a','c'] | must hold only the allowed values",
        "{'type':'array','enum':[['a'],['b']]} | ['a'] | ",
        "{'type':'string','enum':{'jqQuery':'.x'}} | 'c' | ",
        "{'type':'string','pattern':'^[a-z-]+$'} | 'cart' | ",
        "{'type':'string','pattern':'^[a-z-]+$'} | 'Cart' | must match pattern \"^[a-z-]+$\"",
        "{'type':'string','minLength':2} | 'é' | must NOT have fewer than 2 characters",
        "{'type':'string','maxLength':1} | '😀' | ",
        "{'type':'string','maxLength':1} | 'ab' | must NOT have more than 1 characters",
        "{'type':'number','minimum':1} | 1 | ",
        "{'type':'number','minimum':1} | 0.99 | must be >= 1",
        "{'type':'number','maximum':1} | 1.01 | must be <= 1",
        "{'type':'number','exclusiveMinimum':1} | 1 | must be > 1",
        "{'type':'number','exclusiveMaximum':1} | 1 | must be < 1",
        "{'type':'array','minItems':1} | [] | must NOT have fewer than 1 items",
        "{'type':'array','maxItems':1} | [1,2] | must NOT have more than 1 items",
        "{'type':'array','minItems':{'jqQuery':'9'}} | [] | ",
        "{'type':'array','uniqueItems':true} | [1,1] | must NOT have duplicate items",
        "{'type':'string','format':'email'} | 'a@b.test' | ",
        "{'type':'string','format':'email'} | 'a b' | must match format \"email\"",
        "{'type':'string','format':'user'} | 'nobody' | must match format \"user\"",
        "{'type':'string','format':'url'} | 'https://x/y' | ",
        "{'type':'string','format':'url'} | 'x/y' | must match format \"url\"",
        "{'type':'string','format':'date-time'} | '2026-11-24T10:00:00+02:00' | ",
        "{'type':'string','format':'date-time'} | '2026-11-24' | must match format \"date-time\"",
        "{'type':'string','format':'ipv4'} | '10.0.0.1' | ",
        "{'type':'string','format':'ipv4'} | '10.0.0.256' | must match format \"ipv4\"",
        "{'type':'string','format':'ipv6'} | '::1' | ",
        "{'type':'string','format':'ipv6'} | '1::2::3' | must match format \"ipv6\"",
        "{'type':'string','format':'team'} | 'Platform team' | ",
        "{'type':'string','format':'yaml'} | 'a: 1' | ",
      })
  void checksOneValue(String schema, String value, String fault) {
    var outcome = check("{'x':" + schema + "}", "[]", "{'x':" + value + "}");

    if (fault == null) {
      assertThat(outcome).isInstanceOf(Outcome.Fits.class);
    } else {
      assertThat(faults(outcome)).containsExactly(new Fault("/properties/x", fault));
    }
  }

  @Test
  void tellsEveryFaultAtOnceInTheOrderOfTheForm() {
    var outcome =
        check(
            "{'b':{'type':'string'},'a':{'type':'number'},'c':{'type':'string'}}",
            "['c']",
            "{'a':'x','b':1}");

    assertThat(faults(outcome))
        .containsExactly(
            new Fault("/properties/b", "must be string"),
            new Fault("/properties/a", "must be number"),
            new Fault("/properties", "must have required property 'c'"));
  }

  @Test
  void pointsIntoArraysAndObjects() {
    var outcome =
        check(
            "{'l':{'type':'array','items':{'type':'string'}},'o':{'type':'object','required':['q'],"
                + "'properties':{'p/q':{'type':'number'}},'additionalProperties':false}}",
            "[]",
            "{'l':['a',1],'o':{'p/q':'x','r':1}}");

    assertThat(faults(outcome))
        .containsExactly(
            new Fault("/properties/l/1", "must be string"),
            new Fault("/properties/o", "must have required property 'q'"),
            new Fault("/properties/o/p~1q", "must be number"),
            new Fault("/properties/o/r", "must NOT have additional properties"));
  }

  @Test
  void fillsInDefaultsAndPassesOnWhatItDoesNotKnow() {
    var inputs =
        fits(
            check(
                "{'lang':{'type':'string','default':'java'},'n':{'type':'number','default':1},"
                    + "'d':{'type':'string','default':{'jqQuery':'.x'}}}",
                "['lang']",
                "{'n':null,'more':[1]}"));

    assertThat(Json.text(inputs.values())).isEqualTo("{\"more\":[1],\"lang\":\"java\",\"n\":1}");
  }

  @Test
  void requiresWhatIsRequiredUnlessThatIsDynamic() {
    assertThat(faults(check("{'x':{'type':'string'}}", "['x']", "{}"))).hasSize(1);
    assertThat(faults(check("{'x':{'type':'string'}}", "['x']", "{'x':null}"))).hasSize(1);
    assertThat(check("{'x':{'type':'string'}}", "{'jqQuery':'.x'}", "{}"))
        .isInstanceOf(Outcome.Fits.class);
  }

  @Test
  void knowsEntitiesByIdentifierHoweverTheyAreGiven() {
    var schema =
        "{'one':{'type':'string','format':'entity','blueprint':'env'},"
            + "'many':{'type':'array','items':{'type':'string','format':'entity','blueprint':'svc'}}}";

    var inputs =
        fits(check(schema, "[]", "{'one':{'identifier':'prod'},'many':['a',{'identifier':'b'}]}"));

    assertThat(inputs.entities())
        .containsExactly(
            new UserInputs.EntityInput("one", "env", List.of("prod"), false),
            new UserInputs.EntityInput("many", "svc", List.of("a", "b"), true));
    assertThat(Json.text(inputs.values())).isEqualTo("{\"one\":\"prod\",\"many\":[\"a\",\"b\"]}");
    assertThat(faults(check(schema, "[]", "{'one':{'title':'x'}}"))).hasSize(1);
  }

  @Test
  void guardsWhatAClientShouldHaveEncrypted() {
    var schema =
        "{'s':{'type':'string','encryption':{'algorithm':'client-side','key':'k'}},"
            + "'t':{'type':'string','encryption':'aes256-gcm'}}";
    var sealed = Base64.getEncoder().encodeToString(new byte[284]);

    assertThat(faults(check(schema, "[]", "{'s':'plain'}"))).hasSize(1);
    assertThat(fits(check(schema, "[]", "{'s':'" + sealed + "','t':'x'}")).secrets())
        .isEqualTo(Map.of("s", UserInputs.Encryption.CLIENT_SIDE, "t", UserInputs.Encryption.OURS));
  }

  /** A pattern can be written that looks for years; nobody waits for it. */
  @Test
  void boundsPatterns() {
    assertThat(BoundedPattern.find("^(.*a){20}b$", "a".repeat(60)))
        .isEqualTo(BoundedPattern.Result.TOO_SLOW);
    assertThat(BoundedPattern.find("(", "x")).isEqualTo(BoundedPattern.Result.UNREADABLE);
    assertThat(BoundedPattern.find("b", "abc")).isEqualTo(BoundedPattern.Result.FOUND);
  }

  private static Outcome check(String properties, String required, String given) {
    var inputs = "{'properties':" + properties + ",'required':" + required + "}";
    return InputValidator.check(
        Json.parse(inputs.replace('\'', '"')), Json.object(given.replace('\'', '"')));
  }

  private static UserInputs fits(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Fits.class);
    return ((Outcome.Fits) outcome).inputs();
  }

  private static List<Fault> faults(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Faulty.class);
    return ((Outcome.Faulty) outcome).faults();
  }
}
