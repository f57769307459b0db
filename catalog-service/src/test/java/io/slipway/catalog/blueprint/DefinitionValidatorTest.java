package io.slipway.catalog.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionValidatorTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "тест/α:1", "A@_.+:\\/-9", "..."})
  void acceptsIdentifiers(String identifier) {
    assertThat(DefinitionValidator.check(named(identifier)).found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a b", "a=b", "ä!"})
  void refusesIdentifiers(String identifier) {
    assertThat(DefinitionValidator.check(named(identifier)).found())
        .extracting(Fault::pointer)
        .containsExactly("/identifier");
  }

  @Test
  void refusesAnIdentifierOf101Characters() {
    assertThat(DefinitionValidator.check(named("a".repeat(100))).found()).isEmpty();
    assertThat(DefinitionValidator.check(named("a".repeat(101))).found()).hasSize(1);
  }

  private static tools.jackson.databind.JsonNode named(String identifier) {
    var definition = Json.object();
    definition.put("identifier", identifier);
    definition.put("title", "T");
    definition.putObject("schema").putObject("properties");
    return definition;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'title':''                                            | /title",
        "'description':5                                       | /description",
        "'schema':{}                                           | /schema",
        "'schema':{'properties':{},'more':1}                   | /schema/more",
        "'schema':{'properties':{'a b':{'type':'string'}}}     | /schema/properties/a b",
        "'schema':{'properties':{'a':{'type':'date'}}}         | /schema/properties/a/type",
        "'schema':{'properties':{'a':{}}}                      | /schema/properties/a",
        "'schema':{'properties':{'a':{'type':'string','format':'x'}}} | /schema/properties/a/format",
        "'schema':{'properties':{'a':{'type':'string','spec':'x'}}}   | /schema/properties/a/spec",
        "'schema':{'properties':{'a':{'type':'string','enum':[]}}}    | /schema/properties/a/enum",
        "'schema':{'properties':{'a':{'type':'string','pattern':'('}}} | /schema/properties/a/pattern",
        "'schema':{'properties':{'a':{'type':'string','specAuthentication':{}}}} | /schema/properties/a/specAuthentication",
        "'schema':{'properties':{},'required':['a']}           | /schema/required/0",
        "'relations':{'r':{}}                                  | /relations/r",
        "'relations':{'r':{'target':'a','required':true,'many':true}} | /relations/r",
        "'relations':{'r':{'target':'a','other':1}}            | /relations/r/other",
        "'mirrorProperties':{'m':{'path':'nodots'}}            | /mirrorProperties/m/path",
        "'calculationProperties':{'c':{'type':'string'}}       | /calculationProperties/c",
        "'aggregationProperties':{'g':{'title':'G','target':'t'}} | /aggregationProperties/g",
        "'ownership':{'type':'Inherited'}                      | /ownership",
        "'changelogDestination':{'type':'WEBHOOK'}             | /changelogDestination",
        "'changelogDestination':{'type':'SMOKE'}               | /changelogDestination/type",
        "'includeInGlobalSearch':'yes'                         | /includeInGlobalSearch",
      })
  void namesThePlaceOfAFault(String member, String pointer) {
    assertThat(DefinitionValidator.check(with(member)).found())
        .extracting(Fault::pointer)
        .containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'description':''",
        "'icon':'No such icon'",
        "'schema':{'properties':{'a':{'type':'array'},'b':{'type':'string','x-foo':1,'default':5}}}",
        "'relations':{'self':{'target':'a'}}",
        "'mirrorProperties':{'m':{'path':'no.where.$title'}},'calculationProperties':{}",
        "'calculationProperties':{'c':{'type':'string','calculation':'not jq ('}}",
        "'ownership':{'type':'Direct','title':'T'}",
        "'teamInheritance':{'path':'a.b'}",
        "'changelogDestination':{'type':'KAFKA'}",
        "'somethingNew':{'nobody':'knows'}"
      })
  void isAsLenientAsClientsRelyOn(String member) {
    assertThat(DefinitionValidator.check(with(member)).found()).isEmpty();
  }

  @Test
  void refusesANameThatIsStoredAndComputedAtOnce() {
    var definition =
        with(
            "'schema':{'properties':{'a':{'type':'string'}}},'mirrorProperties':{'a':{'path':'r.$title'}}");

    assertThat(DefinitionValidator.check(definition).found())
        .extracting(Fault::pointer)
        .containsExactly("/mirrorProperties/a");
  }

  private static tools.jackson.databind.JsonNode with(String member) {
    var definition =
        Json.object("{\"identifier\":\"b\",\"title\":\"B\",\"schema\":{\"properties\":{}}}");
    definition.setAll(Json.object("{" + member.replace('\'', '"') + "}"));
    return definition;
  }
}
