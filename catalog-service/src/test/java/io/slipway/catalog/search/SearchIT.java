package io.slipway.catalog.search;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Answer;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIT {
  private static Tenant tenant;

  @BeforeAll
  static void entities() {
    tenant = tenant();
    tenant.blueprint(
        """
        {"identifier":"t","title":"T","schema":{"properties":{"s":{"type":"string"},"n":{"type":"number"},
         "b":{"type":"boolean"},"tags":{"type":"array"}}}}
        """);
    tenant.blueprint("{\"identifier\":\"other\",\"title\":\"O\",\"schema\":{\"properties\":{}}}");
    tenant.entity(
        "t",
        "{\"identifier\":\"A\",\"title\":\"First\",\"properties\":{\"s\":\"alpha\",\"n\":1,\"b\":true,\"tags\":[\"x\",\"y\"]}}");
    tenant.entity(
        "t",
        "{\"identifier\":\"B\",\"properties\":{\"s\":\"beta\",\"n\":2,\"b\":false,\"tags\":[\"y\"]}}");
    tenant.entity("t", "{\"identifier\":\"C\"}");
    tenant.entity("other", "{\"identifier\":\"A\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s | =               | \"alpha\"          | A",
        "s | !=              | \"alpha\"          | B C",
        "s | contains        | \"et\"             | B",
        "s | doesNotContains | \"et\"             | A C",
        "s | in              | [\"alpha\",\"zz\"] | A",
        "s | notIn           | [\"alpha\",\"zz\"] | B C",
        "s | =               | null               | C",
        "s | contains        | \"'; drop\"        | ''",
        "n | =               | 1                  | A",
        "n | =               | 1.0                | A",
        "n | =               | \"1\"              | ''",
        "n | in              | [1,2]              | A B",
        "b | =               | true               | A",
        "tags | contains     | \"y\"              | A B",
        "tags | =            | \"x\"              | A",
        "ghost | =           | 1                  | ''",
        "ghost | !=          | 1                  | A B C",
        "$title | =          | \"First\"          | A",
        "$identifier | in    | [\"A\",\"B\"]      | A B",
        "$datasource | contains | \"catalog-tests\" | A B C",
        "$team | contains    | \"nobody\"         | ''",
      })
  void findsExactlyWhatTheRuleSays(
      String property, String operator, String value, String identifiers) {
    var rule =
        "{\"property\":\"%s\",\"operator\":\"%s\",\"value\":%s}"
            .formatted(property, operator, value);

    assertThat(identifiers(within(and(rule))))
        .isEqualTo(identifiers.isEmpty() ? List.of() : List.of(identifiers.split(" ")));
  }

  @Test
  void knowsWhatIsUnset() {
    assertThat(identifiers(within(and("{\"property\":\"s\",\"operator\":\"isEmpty\"}"))))
        .containsExactly("C");
    assertThat(identifiers(within(and("{\"property\":\"s\",\"operator\":\"isNotEmpty\"}"))))
        .containsExactly("A", "B");
    assertThat(identifiers(within(and("{\"property\":\"$team\",\"operator\":\"isEmpty\"}"))))
        .containsExactly("A", "B", "C");
  }

  @Test
  void combinesGroups() {
    var nested =
        """
        {"combinator":"or","rules":[
          {"property":"n","operator":"=","value":1},
          {"combinator":"and","rules":[
             {"property":"b","operator":"=","value":false},
             {"property":"s","operator":"contains","value":"b"}]}]}
        """;

    assertThat(identifiers(within(nested))).containsExactly("A", "B");
  }

  @Test
  void searchesEverywhereInTheOrganisationAndNowhereElse() {
    var rule = "{\"property\":\"$identifier\",\"operator\":\"=\",\"value\":\"A\"}";

    var everywhere = tenant.post("/v1/entities/search", and(rule));
    assertThat(everywhere.at("/matchingBlueprints").toString()).isEqualTo("[\"t\",\"other\"]");
    assertThat(identifiers(everywhere)).containsExactly("A", "A");
    var narrowed =
        tenant.post(
            "/v1/entities/search?include=identifier",
            and(rule + ",{\"property\":\"$blueprint\",\"operator\":\"=\",\"value\":\"other\"}"));
    assertThat(narrowed.at("/entities").toString()).isEqualTo("[{\"identifier\":\"A\"}]");
    assertThat(identifiers(tenant().post("/v1/entities/search", and(rule)))).isEmpty();
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    var first = page("\"limit\":2");
    assertThat(identifiers(first)).containsExactly("A", "B");
    var next = first.at("/next").stringValue();
    var second = page("\"limit\":2,\"from\":\"" + next + "\"");
    assertThat(identifiers(second)).containsExactly("C");
    assertThat(second.body().has("next")).isFalse();

    assertThat(page("\"limit\":3").body().has("next")).isFalse();
    assertThat(page("\"limit\":0").status()).isEqualTo(422);
    assertThat(page("\"limit\":1001").status()).isEqualTo(422);
    assertThat(page("\"from\":\"made up\"").status()).isEqualTo(422);
    assertThat(page("\"include\":[\"$identifier\",\"n\"],\"limit\":1").at("/entities/0").toString())
        .isEqualTo("{\"identifier\":\"A\",\"properties\":{\"n\":1}}");
  }

  @Test
  void refusesWhatItCannotAnswerInsteadOfAnsweringWrongly() {
    var without = tenant.post("/v1/entities/search", "{}");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.message()).contains("must have required property 'combinator'");
    var later = within(and("{\"property\":\"n\",\"operator\":\">\",\"value\":1}"));
    assertThat(later.status()).isEqualTo(422);
    assertThat(later.message()).contains("query.rules.0.operator").contains("not supported yet");
    var extra = within(and("{\"property\":\"n\",\"operator\":\"=\",\"value\":1,\"x\":1}"));
    assertThat(extra.message()).contains("must NOT have additional properties");
    var unknown = within(and("{\"property\":\"n\",\"operator\":\"~\",\"value\":1}"));
    assertThat(unknown.status()).isEqualTo(422);
  }

  private static String and(String rules) {
    return "{\"combinator\":\"and\",\"rules\":[" + rules + "]}";
  }

  private static Answer within(String query) {
    return tenant.post("/v1/blueprints/t/entities/search", "{\"query\":" + query + "}");
  }

  private static Answer page(String members) {
    return tenant.post("/v1/blueprints/t/entities/search", "{" + members + "}");
  }

  private static List<String> identifiers(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var identifiers = new ArrayList<String>();
    answer
        .at("/entities")
        .values()
        .forEach(entity -> identifiers.add(entity.path("identifier").stringValue()));
    return identifiers;
  }
}
