package io.slipway.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CallsTest {

  private final List<Step> steps = new ArrayList<>();

  @Test
  void blueprintsOfACircleAreMadeWithoutWhatIsMissingAndThenCompleted() {
    blueprint(
        """
        {"identifier":"Component","relations":{"consumes":{"target":"API"},"self":{"target":"Component"}},
         "mirrorProperties":{"m":{"path":"consumes.$title"}}}""");
    blueprint("{\"identifier\":\"API\",\"relations\":{\"by\":{\"target\":\"Component\"}}}");

    var calls = calls();

    assertThat(calls)
        .extracting(call -> call.method() + " " + call.path())
        .containsExactly(
            "POST /v1/blueprints",
            "POST /v1/blueprints",
            "PATCH /v1/blueprints/API",
            "PATCH /v1/blueprints/Component");
    assertThat(calls.get(0).body().path("identifier").asString()).isEqualTo("API");
    assertThat(calls.get(0).body().path("relations").isEmpty()).isTrue();
    assertThat(calls.get(1).body().path("relations").propertyNames()).contains("consumes", "self");
    assertThat(calls.get(1).body().has("mirrorProperties")).isFalse();
    assertThat(calls.get(3).body().has("mirrorProperties")).isTrue();
  }

  @Test
  void withoutACircleOneRequestIsEnough() {
    blueprint("{\"identifier\":\"System\",\"relations\":{\"domain\":{\"target\":\"Domain\"}}}");
    blueprint("{\"identifier\":\"Domain\",\"relations\":{\"parent\":{\"target\":\"Domain\"}}}");

    assertThat(calls())
        .extracting(call -> call.body().path("identifier").asString())
        .containsExactly("Domain", "System");
  }

  @Test
  void entitiesComeAfterThoseTheyReferToAndACircleIsClosedLater() {
    var blueprint =
        "{\"identifier\":\"b\",\"relations\":{\"one\":{\"target\":\"b\"},\"many\":{\"target\":\"b\"}}}";
    blueprint(blueprint);
    entity("{\"identifier\":\"x\",\"blueprint\":\"b\",\"relations\":{\"one\":\"y\"}}");
    entity(
        "{\"identifier\":\"y\",\"blueprint\":\"b\",\"relations\":{\"many\":[\"x\",\"z\",\"there\"],\"one\":\"z\"}}");
    entity("{\"identifier\":\"z\",\"blueprint\":\"b\"}");

    var calls =
        Calls.of(steps, document -> Optional.of(MergeTest.json(blueprint))).stream()
            .skip(1)
            .toList();

    assertThat(calls)
        .extracting(
            call -> call.body().path("identifier").asString() + call.body().path("relations"))
        .containsExactly(
            "z",
            "y{\"one\":\"z\"}",
            "x{\"one\":\"y\"}",
            "y{\"many\":[\"x\",\"z\",\"there\"],\"one\":\"z\"}");
    assertThat(calls).allSatisfy(call -> assertThat(call.body().has("blueprint")).isFalse());
    assertThat(calls.getFirst().path())
        .isEqualTo("/v1/blueprints/b/entities?upsert=true&merge=true");
  }

  @Test
  void membersComeAfterUsersAndActionsLast() {
    step(
        Kind.ACTION,
        null,
        "{\"identifier\":\"a\",\"permissions\":{\"execute\":{\"roles\":[\"Admin\"]}}}");
    step(Kind.TEAM, null, "{\"name\":\"T\",\"users\":[\"u@x.test\"]}");
    step(Kind.USER, null, "{\"email\":\"u@x.test\"}");

    assertThat(calls())
        .extracting(call -> call.method() + " " + call.path())
        .containsExactly(
            "POST /v1/teams",
            "POST /v1/users/invite?notify=false",
            "PATCH /v1/teams/T",
            "POST /v1/actions",
            "PATCH /v1/actions/a/permissions");
  }

  @Test
  void whatIsAsItShouldBeIsNotSent() {
    step(Kind.TEAM, "{\"name\":\"T\"}", "{\"name\":\"T\"}");
    step(Kind.TEAM, "{\"name\":\"U\",\"users\":[]}", "{\"name\":\"U\",\"users\":[\"u@x.test\"]}");
    step(
        Kind.ACTION,
        "{\"identifier\":\"a\",\"title\":\"A\",\"permissions\":{\"execute\":{\"roles\":[]}}}",
        "{\"identifier\":\"a\",\"title\":\"A\",\"permissions\":{\"execute\":{\"roles\":[\"Member\"]}}}");
    step(Kind.ACTION, "{\"identifier\":\"b\",\"title\":\"B\"}", "{\"identifier\":\"b\"}");

    assertThat(calls())
        .extracting(call -> call.method() + " " + call.path())
        .containsExactly(
            "PATCH /v1/teams/U", "PATCH /v1/actions/a/permissions", "PUT /v1/actions/b");
  }

  private List<Call> calls() {
    return Calls.of(steps, document -> Optional.empty());
  }

  private void blueprint(String body) {
    step(Kind.BLUEPRINT, null, body);
  }

  private void entity(String body) {
    step(Kind.ENTITY, null, body);
  }

  private void step(Kind kind, @Nullable String before, String body) {
    ObjectNode after = MergeTest.json(body);
    steps.add(
        new Step(
            new Document(kind, after, new Place("f", 1, Map.of())),
            before == null ? null : MergeTest.json(before),
            after));
  }
}
