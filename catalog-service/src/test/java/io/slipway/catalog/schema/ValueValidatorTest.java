package io.slipway.catalog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueValidatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'}                                  | 'x'",
        "{'type':'string','pattern':'^a+$'}                 | 'aa'",
        "{'type':'string','minLength':1,'maxLength':1}      | '\uD83D\uDE00'",
        "{'type':'number'}                                  | 1.50",
        "{'type':'number','enum':[1,2]}                     | 2.0",
        "{'type':'number','minimum':1,'exclusiveMaximum':2} | 1",
        "{'type':'boolean'}                                 | false",
        "{'type':'array'}                                   | [1,'a',null]",
        "{'type':'array','items':{'type':'string','format':'email'}} | ['a@b']",
        "{'type':'object'}                                  | {'any':[{}]}",
        "{'type':'object','additionalProperties':false,'properties':{'a':{'type':'number'}}} | {'a':1}",
        "{'type':'object','format':'labeled-url'}           | {'url':'https://x','label':'L'}",
        "{'type':'string','format':'url'}                   | 'https://x/y?z=a b'",
        "{'type':'string','format':'date-time'}             | '2024-02-29T10:00:00.5+02:00'",
        "{'type':'string','format':'timer'}                 | '2024-02-29T10:00:00Z'",
        "{'type':'string','format':'ipv4'}                  | '10.0.255.1'",
        "{'type':'string','format':'ipv6'}                  | '::ffff:1.2.3.4'",
        "{'type':'string','format':'user'}                  | 'nobody@x'",
        "{'type':'string','format':'yaml'}                  | ': not: yaml'",
      })
  void accepts(String definition, String value) {
    assertThat(faults(definition, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'}                             | 5             | /p      | must be string",
        "{'type':'number'}                             | '5'           | /p      | must be number",
        "{'type':'boolean'}                            | 'true'        | /p      | must be boolean",
        "{'type':'object'}                             | []            | /p      | must be object",
        "{'type':'string','enum':['a']}                | 'b'           | /p      | allowed values",
        "{'type':'string','minLength':2}               | 'b'           | /p      | fewer than 2",
        "{'type':'string','maxLength':1}               | 'bb'          | /p      | more than 1",
        "{'type':'string','pattern':'^a$'}             | 'b'           | /p      | pattern",
        "{'type':'string','pattern':'(a+)+$'}          | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | /p | pattern",
        "{'type':'number','minimum':1}                 | 0.99          | /p      | >= 1",
        "{'type':'number','maximum':1}                 | 1.01          | /p      | <= 1",
        "{'type':'number','exclusiveMinimum':1}        | 1.0           | /p      | > 1",
        "{'type':'number','exclusiveMaximum':1}        | 1             | /p      | < 1",
        "{'type':'array','minItems':1}                 | []            | /p      | fewer than 1",
        "{'type':'array','maxItems':0}                 | [1]           | /p      | more than 0",
        "{'type':'array','uniqueItems':true}           | [1,1]         | /p      | duplicate",
        "{'type':'array','items':{'type':'string'}}    | ['a',1]       | /p/1    | must be string",
        "{'type':'object','required':['a']}            | {}            | /p      | 'a'",
        "{'type':'object','additionalProperties':false} | {'a/b':1}    | /p/a~1b | additional",
        "{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'number'}}}}} | {'a':{'b':''}} | /p/a/b | number",
        "{'type':'object','patternProperties':{'^n':{'type':'number'}}} | {'n1':'x'} | /p/n1 | number",
        "{'type':'object','format':'labeled-url'}      | {'label':'L'} | /p      | 'url'",
        "{'type':'string','format':'url'}              | 'no scheme'   | /p      | url",
        "{'type':'string','format':'email'}            | 'nobody'      | /p      | email",
        "{'type':'string','format':'date-time'}        | '2024-02-30T10:00:00Z' | /p | date-time",
        "{'type':'string','format':'date-time'}        | '2024-02-20'  | /p      | date-time",
        "{'type':'string','format':'timer'}            | '2024-02-20T10:00:00' | /p | timer",
        "{'type':'string','format':'ipv4'}             | '1.2.3.256'   | /p      | ipv4",
        "{'type':'string','format':'ipv4'}             | '1.2.3.'      | /p      | ipv4",
        "{'type':'string','format':'ipv6'}             | 'fe80::1::2'  | /p      | ipv6",
        "{'type':'string','format':'ipv6'}             | 'cafe.example:1' | /p   | ipv6",
      })
  void names(String definition, String value, String pointer, String words) {
    assertThat(faults(definition, value))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.message()).contains(words);
            });
  }

  @Test
  void showsThePlaceAsClientsKnowIt() {
    var faults = new Faults();
    faults.add("/properties/a~1b", "must be string");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> faults.refuseAny("blueprint_schema_mismatch"))
        .satisfies(
            refusal -> {
              assertThat(refusal.sentence()).isEqualTo("\"properties.a/b\" must be string");
              assertThat(refusal.code()).isEqualTo("blueprint_schema_mismatch");
              assertThat(refusal.status()).isEqualTo(422);
            });
  }

  private static List<Fault> faults(String definition, String value) {
    var faults = new Faults();
    new ValueValidator(faults).check(json(definition), json(value), "/p");
    return faults.found();
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
