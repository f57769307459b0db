package io.slipway.catalog.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Fact.Subject;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntityMergeTest {
  private static final Blueprint BLUEPRINT =
      new Blueprint(
          "org",
          "bp_1",
          "b",
          Json.object(
              """
              {"schema":{"properties":{"a":{"type":"number","default":7},"b":{"type":"number"},
                                       "c":{"type":"number"},"must":{"type":"number","default":1}},
                         "required":["must"]},
               "relations":{"one":{"target":"b"},"need":{"target":"b","required":true}}}
              """),
          Stamp.fresh(Instant.EPOCH, "x"));

  @Test
  void givesDefaultsToWhatIsNewAndWasNotSaid() {
    var draft =
        merge(null, "{\"properties\":{\"b\":2},\"relations\":{\"need\":\"x\"}}", WriteMode.CREATE);

    assertThat(Json.text(draft.properties())).isEqualTo("{\"a\":7,\"b\":2,\"must\":1}");
    assertThat(draft.title()).isEqualTo("e");
  }

  @Test
  void doesNotReplaceAnExplicitNullByTheDefault() {
    var draft =
        merge(
            null, "{\"properties\":{\"a\":null},\"relations\":{\"need\":\"x\"}}", WriteMode.CREATE);

    assertThat(draft.properties().has("a")).isFalse();
  }

  @Test
  void overwritingGivesNoDefaultsSoARequiredPropertyMustBeSaid() {
    var existing = entity("{\"a\":1,\"b\":2,\"must\":3}");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> merge(existing, "{\"relations\":{\"need\":\"x\"}}", WriteMode.REPLACE))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("missing_required_property"));
    var draft =
        merge(
            existing,
            "{\"properties\":{\"must\":4},\"relations\":{\"need\":\"x\"}}",
            WriteMode.UPSERT);
    assertThat(Json.text(draft.properties())).isEqualTo("{\"must\":4}");
    assertThat(draft.kept()).isEmpty();
    assertThat(draft.team()).isEmpty();
  }

  @Test
  void aPartialWriteMayLeaveMissingWhatWasMissingButClearsNothingRequired() {
    var gap = entity("{\"a\":1}");

    assertThat(Json.text(merge(gap, "{\"properties\":{\"b\":2}}", WriteMode.PATCH).properties()))
        .isEqualTo("{\"a\":1,\"b\":2}");
    for (var body :
        List.of("{\"properties\":{\"must\":null}}", "{\"relations\":{\"need\":null}}")) {
      assertThatExceptionOfType(Refusal.class).isThrownBy(() -> merge(gap, body, WriteMode.PATCH));
    }
  }

  @Test
  void keepsTheLinksThatWereNotSaid() {
    var related = new Related("e_9", "x", "X");
    var existing = entity("{}", Map.of("one", List.of(related), "need", List.of(related)));

    var draft = merge(existing, "{\"relations\":{\"one\":[]}}", WriteMode.PATCH);

    assertThat(draft.kept()).containsOnlyKeys("need");
    assertThat(draft.links()).containsEntry("one", List.of());
  }

  @Property(tries = 200)
  void mergingTheSameTwiceIsMergingItOnce(
      @ForAll("properties") Map<String, Integer> before,
      @ForAll("properties") Map<String, Integer> said) {
    var body = body(said);
    var once = merge(entity(Json.text(json(before))), body, WriteMode.PATCH).properties();

    var twice = merge(entity(Json.text(once)), body, WriteMode.PATCH).properties();

    assertThat(Json.text(twice)).isEqualTo(Json.text(once));
  }

  @Property(tries = 200)
  void eachKeyIsWhatWasSaidOrElseWhatItWas(
      @ForAll("properties") Map<String, Integer> before,
      @ForAll("properties") Map<String, Integer> said) {
    var after = merge(entity(Json.text(json(before))), body(said), WriteMode.PATCH).properties();

    for (var name : List.of("a", "b", "c")) {
      var expected = said.containsKey(name) ? said.get(name) : before.get(name);
      assertThat(after.has(name) ? after.get(name).intValue() : null).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<Map<String, Integer>> properties() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.integers());
  }

  private static JsonNode json(Map<String, Integer> values) {
    var object = Json.object();
    values.forEach(object::put);
    return object;
  }

  private static String body(Map<String, Integer> values) {
    var body = Json.object();
    body.set("properties", json(values));
    return Json.text(body);
  }

  private static Draft merge(Entity existing, String body, WriteMode mode) {
    var input = EntityReader.read(BLUEPRINT, Json.object(body), false);
    return EntityMerge.merge(BLUEPRINT, existing, input, mode, "e");
  }

  private static Entity entity(String properties) {
    return entity(properties, Map.of());
  }

  private static Entity entity(String properties, Map<String, List<Related>> relations) {
    return new Entity(
        "org",
        new Subject("bp_1", "b", "e_1", "e"),
        new Entity.Content("E", null, List.of("t"), Json.object(properties), relations),
        "",
        Stamp.fresh(Instant.EPOCH, "x"));
  }
}
