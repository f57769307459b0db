package io.slipway.demo.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.demo.agent.Agent;
import io.slipway.demo.agent.Agent.Way;
import io.slipway.demo.fixture.FakeSlipway;
import io.slipway.demo.fixture.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent makes, with the real broker and the machine's own git. */
class HandlersIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Organisation organisation = new Organisation();
  private final FakeSlipway slipway = new FakeSlipway();
  private Agent agent;

  @BeforeEach
  void anAgent() {
    agent =
        new Agent(organisation.agent(slipway.url()), Duration.ofSeconds(10), _ -> {})
            .on("scaffold_service", new ScaffoldService(folder), Way.HTTP)
            .on(
                "create_environment",
                new CreateEnvironment(folder, Clock.fixed(NOON, ZoneOffset.UTC)),
                Way.TOPIC)
            .start();
  }

  @AfterEach
  void close() {
    agent.close();
    slipway.close();
  }

  @Test
  void scaffoldsARepositoryAndItsEntry() throws Exception {
    var run =
        organisation.invoke(
            "scaffold_service",
            """
            {"name":"cart-7","template":"java","description":"Keeps things.","system":{"identifier":"Cart"}}""");

    await().atMost(PATIENCE).until(() -> slipway.status(run).equals("SUCCESS"));
    var repository = folder.resolve("repositories/cart-7");
    var git = new Git(repository);
    assertThat(git.ask("log", "--format=%ae %s")).containsExactly("ada@x.example Scaffold cart-7");
    assertThat(git.ask("ls-files")).contains("README.md", "src/Cart7.java", ".gitignore");
    assertThat(git.ask("status", "--porcelain")).isEmpty();
    assertThat(repository.resolve("README.md")).content().contains("Keeps things.", "System: Cart");
    assertThat(slipway.log(run)).contains("  README.md", "The catalog has Component:cart-7.");

    var entity = entityOf(run, "Component");
    assertThat(entity.at("/properties/repository").asString())
        .isEqualTo(slipway.patches(run).getFirst().at("/link/0").asString())
        .startsWith("file:///")
        .endsWith("/repositories/cart-7");
    assertThat(entity.at("/properties/type").asString()).isEqualTo("service");
    assertThat(entity.at("/relations/system").asString()).isEqualTo("Cart");
  }

  @Test
  void makesARepositoryOnceWhenTheCatalogIsAwayAndTheRunComesAgain() throws Exception {
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().startsWith("/v1/blueprints/Component/entities")
                && times.incrementAndGet() == 1
                && FakeSlipway.answer(exchange, 503, "{\"ok\":false,\"error\":\"unavailable\"}"));
    var run =
        organisation.invoke("scaffold_service", "{\"name\":\"cart-8\",\"template\":\"python\"}");

    await().atMost(PATIENCE).until(() -> slipway.status(run).equals("SUCCESS"));
    assertThat(new Git(folder.resolve("repositories/cart-8")).ask("log", "--format=%s"))
        .containsExactly("Scaffold cart-8");
  }

  @Test
  void refusesANameThatIsTakenAndOneThatIsNone() {
    var first =
        organisation.invoke("scaffold_service", "{\"name\":\"cart-9\",\"template\":\"java\"}");
    await().atMost(PATIENCE).until(() -> slipway.status(first).equals("SUCCESS"));

    var second =
        organisation.invoke("scaffold_service", "{\"name\":\"cart-9\",\"template\":\"java\"}");
    var third =
        organisation.invoke("scaffold_service", "{\"name\":\"../up\",\"template\":\"java\"}");

    await().atMost(PATIENCE).until(() -> slipway.status(second).equals("FAILURE"));
    await().atMost(PATIENCE).until(() -> slipway.status(third).equals("FAILURE"));
    assertThat(slipway.patches(second).getLast().path("summary").asString())
        .isEqualTo("There is a repository cart-9 already");
    assertThat(folder.resolve("../up")).doesNotExist();
  }

  @Test
  void makesAnEnvironmentWithATimer() {
    var run =
        organisation.invoke(
            "create_environment",
            "{\"name\":\"cart-3d\",\"component\":{\"identifier\":\"cart\"},\"days\":3}");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                organisation.reportsOf(run).stream()
                    .anyMatch(report -> report.value().contains("\"status\":\"SUCCESS\"")));
    var entity = entityOf(run, "Environment");
    assertThat(entity.at("/properties/ttl").asString()).isEqualTo("2026-11-27T12:00:00Z");
    assertThat(entity.at("/properties/days").asInt()).isEqualTo(3);
    assertThat(entity.at("/relations/component").asString()).isEqualTo("cart");
    assertThat(folder.resolve("environments/cart-3d/environment.yaml"))
        .content()
        .contains("endsAt: \"2026-11-27T12:00:00Z\"");
  }

  private tools.jackson.databind.JsonNode entityOf(String run, String blueprint) {
    var path =
        "/v1/blueprints/%s/entities?upsert=true&merge=true&run_id=%s".formatted(blueprint, run);
    return slipway.requests().stream()
        .filter(request -> request.line().equals("POST " + path))
        .findFirst()
        .orElseThrow()
        .body();
  }
}
