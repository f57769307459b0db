package io.slipway.catalog.entity;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Answer;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Writers that meet: each is answered as if it had come alone, before or after the other. */
class RacingWritesIT {
  private final Tenant tenant = tenant();

  @Test
  void oneOfManyCreationsWins() throws Exception {
    tenant.blueprint("{\"identifier\":\"b\",\"title\":\"B\",\"schema\":{\"properties\":{}}}");

    var answers =
        atOnce(8, i -> tenant.post("/v1/blueprints/b/entities", "{\"identifier\":\"x\"}"));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(409);
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(tenant.audits("entity=x&status=SUCCESS")).hasSize(1);
  }

  @Test
  void mergesOfDifferentPropertiesLoseNothing() throws Exception {
    tenant.blueprint(
        """
        {"identifier":"b","title":"B","schema":{"properties":{"p0":{"type":"number"},"p1":{"type":"number"},
         "p2":{"type":"number"},"p3":{"type":"number"}}}}
        """);

    var answers =
        atOnce(
            4,
            i ->
                tenant.post(
                    "/v1/blueprints/b/entities?upsert=true&merge=true",
                    "{\"identifier\":\"x\",\"properties\":{\"p" + i + "\":" + i + "}}"));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    var properties = tenant.get("/v1/blueprints/b/entities/x").at("/entity/properties");
    assertThat(properties.toString()).isEqualTo("{\"p0\":0,\"p1\":1,\"p2\":2,\"p3\":3}");
  }

  @Test
  void aLinkAndTheDeletionOfItsTargetNeverLeaveALinkToNothing() throws Exception {
    tenant.blueprint("{\"identifier\":\"t\",\"title\":\"T\",\"schema\":{\"properties\":{}}}");
    tenant.blueprint(
        "{\"identifier\":\"s\",\"title\":\"S\",\"schema\":{\"properties\":{}},\"relations\":{\"r\":{\"target\":\"t\",\"required\":true}}}");
    for (int round = 0; round < 5; round++) {
      tenant.entity("t", "{\"identifier\":\"t" + round + "\"}");
      var name = "t" + round;

      var answers =
          atOnce(
              2,
              i ->
                  i == 0
                      ? tenant.delete("/v1/blueprints/t/entities/" + name)
                      : tenant.post(
                          "/v1/blueprints/s/entities", "{\"relations\":{\"r\":\"" + name + "\"}}"));

      var deleted = answers.get(0).status() == 200;
      assertThat(answers.get(0).status()).isIn(200, 422);
      assertThat(answers.get(1).status()).isEqualTo(deleted ? 404 : 201);
    }
  }

  private interface Attempt {
    Answer make(int index);
  }

  private static List<Answer> atOnce(int attempts, Attempt attempt) throws Exception {
    var start = new CyclicBarrier(attempts);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Answer>>();
      for (int i = 0; i < attempts; i++) {
        var index = i;
        tasks.add(
            () -> {
              start.await();
              return attempt.make(index);
            });
      }
      var answers = new ArrayList<Answer>();
      for (var done : threads.invokeAll(tasks)) {
        answers.add(done.get());
      }
      return answers;
    }
  }
}
