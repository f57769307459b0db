package io.slipway.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {

  private static final Place NOWHERE = new Place("f.yaml", 1, Map.of());

  @Test
  void ofABlueprintWhatIsNotNamedStaysAndNullTakesAway() {
    var before =
        json(
            """
            {"identifier":"s","title":"S","icon":"I","schema":{"properties":{"a":{"type":"string","enum":["x"]},
             "b":{"type":"number"}},"required":["a"]},"relations":{"r":{"target":"t"},"q":{"target":"t"}}}""");

    var after =
        Merge.blueprint(
            before,
            json(
                """
                {"identifier":"s","icon":null,"schema":{"properties":{"a":{"type":"string"},"c":{"type":"boolean"}}},
                 "relations":{"q":null}}"""));

    assertThat(after)
        .isEqualTo(
            json(
                """
                {"identifier":"s","title":"S","schema":{"properties":{"a":{"type":"string"},"b":{"type":"number"},
                 "c":{"type":"boolean"}},"required":["a"]},"relations":{"r":{"target":"t"}}}"""));
  }

  @Test
  void anEntityIsTheSameHoweverNothingIsSaid() {
    var there =
        json(
            """
            {"identifier":"i","blueprint":"b","title":"I","icon":null,"team":["Check_out"],
             "properties":{"a":5,"b":null,"computed":9},"relations":{"one":null,"many":[]},"createdAt":"x"}""");
    var teams = Map.of("Check out", "Check_out");
    var before = Merge.entity(there, Set.of("a", "b"), teams);

    var same =
        step(
            before,
            """
            {"identifier":"i","blueprint":"b","team":"Check out","properties":{"a":5.0,"b":null},
             "relations":{"many":[],"one":null}}""",
            teams);
    var other = step(before, "{\"identifier\":\"i\",\"properties\":{\"a\":6}}", teams);
    var less = step(before, "{\"identifier\":\"i\",\"properties\":{\"a\":null}}", teams);

    assertThat(same.change()).isEqualTo(Change.NONE);
    assertThat(other.change()).isEqualTo(Change.UPDATE);
    assertThat(less.after().has("properties")).isFalse();
    assertThat(less.change()).isEqualTo(Change.UPDATE);
    assertThat(before.toString()).doesNotContain("computed", "createdAt");
  }

  @Test
  void theDifferenceIsOfLines() {
    var before = json("{\"identifier\":\"i\",\"properties\":{\"a\":1,\"b\":2}}");
    var document =
        new Document(Kind.ENTITY, json("{\"blueprint\":\"b\",\"identifier\":\"i\"}"), NOWHERE);

    assertThat(
            Difference.lines(
                new Step(
                    document,
                    before,
                    json("{\"identifier\":\"i\",\"properties\":{\"a\":1,\"b\":3}}"))))
        .containsExactly(
            "--- there/entity b/i",
            "+++ file/entity b/i",
            "@@ -1,4 +1,4 @@",
            " identifier: i",
            " properties:",
            "   a: 1",
            "-  b: 2",
            "+  b: 3");
    assertThat(Difference.lines(new Step(document, null, json("{\"identifier\":\"i\"}"))))
        .containsExactly(
            "--- /dev/null", "+++ file/entity b/i", "@@ -0,0 +1,1 @@", "+identifier: i");
  }

  @Test
  void membershipIsSaidOnceOrTheSame() {
    var team =
        new Document(Kind.TEAM, json("{\"name\":\"T\",\"users\":[\"Ada@x.test\"]}"), NOWHERE);
    var with =
        new Document(Kind.USER, json("{\"email\":\"ada@x.test\",\"teams\":[\"T\"]}"), NOWHERE);
    var without = new Document(Kind.USER, json("{\"email\":\"ada@x.test\",\"teams\":[]}"), NOWHERE);
    var silent = new Document(Kind.USER, json("{\"email\":\"ada@x.test\"}"), NOWHERE);

    assertThat(Checks.memberships(List.of(team, with))).isEmpty();
    assertThat(Checks.memberships(List.of(team, silent))).isEmpty();
    assertThat(Checks.memberships(List.of(team, without))).hasSize(1);
  }

  private static Step step(ObjectNode before, String said, Map<String, String> teams) {
    var body = json(said);
    return new Step(
        new Document(Kind.ENTITY, body, NOWHERE),
        before,
        Merge.entity(before, body, Set.of("a", "b"), teams));
  }

  static ObjectNode json(String text) {
    return (ObjectNode) new JsonMapper().readTree(text);
  }
}
