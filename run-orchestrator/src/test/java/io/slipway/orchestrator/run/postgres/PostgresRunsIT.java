package io.slipway.orchestrator.run.postgres;

import static io.slipway.orchestrator.run.RunFixture.MACHINE;
import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.log.RunLog;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.Changes;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunLifecycle;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Runs.Advanced;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.run.Signal;
import io.slipway.orchestrator.run.Step;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** What the database promises when many want the same run at once. */
@ExtendWith(Orchestrator.Stopping.class)
class PostgresRunsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private final Runs runs = SERVICE.bean(Runs.class);

  @Test
  void beginsARunOnceHoweverManyBeginIt() {
    var asked = aRun().in(organization).invocation();
    var beginRun = SERVICE.bean(BeginRun.class);

    var begun = Flux.range(0, 16).flatMap(_ -> beginRun.begin(asked), 16).collectList().block();

    assertThat(begun).containsOnlyOnce(true).hasSize(16);
    assertThat(rows("select count(*) from run_said where run_id = $1", asked.runId())).isEqualTo(1);
    assertThat(rows("select count(*) from audit where run_id = $1", asked.runId())).isEqualTo(1);
    assertThat(rows("select count(*) from outbox where key = $1", asked.runId())).isEqualTo(3);
  }

  @Test
  void takesAMessageOnceHoweverOftenItIsDelivered() {
    var id = begun(aRun());

    var advanced =
        Flux.range(0, 16)
            .flatMap(_ -> runs.advance(organization, id, "message-" + id, this::label), 16)
            .collectList()
            .block();

    assertThat(advanced).filteredOn(Advanced.Applied.class::isInstance).hasSize(1);
    assertThat(advanced).filteredOn(Advanced.Repeated.class::isInstance).hasSize(15);
    assertThat(find(id).version()).isEqualTo(2);
  }

  @Test
  void remembersNoMessageThatItDidNotTake() {
    var id = begun(aRun().needing(ApprovalRule.ANY));
    var early = RunFixture.reported(io.slipway.orchestrator.run.Outcome.SUCCESS);

    var first = advance(id, "early-" + id, run -> RunLifecycle.step(run, early));
    var again = advance(id, "early-" + id, run -> RunLifecycle.step(run, early));

    assertThat(first).isInstanceOf(Advanced.Ignored.class);
    assertThat(again).isInstanceOf(Advanced.Ignored.class);
    assertThat(rows("select count(*) from inbox where message_id = $1", "early-" + id)).isZero();
  }

  @Test
  void numbersEverythingThatIsSaidWithoutGapsOrDoubles() {
    var id = begun(aRun());
    var log = SERVICE.bean(RunLog.class);

    Flux.merge(
            Flux.range(0, 40)
                .flatMap(
                    i -> log.write(organization, "", LogLine.of(id, "line " + i, MACHINE, NOON)),
                    8),
            Flux.range(0, 20).flatMap(_ -> runs.advance(organization, id, null, this::label), 8))
        .then()
        .block();

    assertThat(numbers(id)).isEqualTo(LongStream.rangeClosed(1, 61).boxed().toList());
    assertThat(find(id).version()).isEqualTo(21);
    assertThat(rows("select said from run where id = $1", id)).isEqualTo(61);
  }

  @Test
  void keepsNothingOfAStepThatThrows() {
    var id = begun(aRun());

    assertThatThrownBy(
            () ->
                advance(
                    id,
                    "broken-" + id,
                    _ -> {
                      throw new IllegalArgumentException("a bug");
                    }))
        .hasMessageContaining("a bug");

    assertThat(rows("select count(*) from inbox where message_id = $1", "broken-" + id)).isZero();
    assertThat(find(id).version()).isEqualTo(1);
  }

  @Test
  void knowsARunOnlyInItsOwnOrganization() {
    var id = begun(aRun());

    assertThat(runs.advance("org_other", id, null, this::label).block()).isNull();
    assertThat(runs.find(Sight.everything("org_other"), id).block()).isNull();
  }

  @Test
  void givesBackARunAsItWasKept() {
    var fixture = aRun().in(organization).with("{\"n\":5.0,\"z\":[null,\"é\"],\"a\":-0.50}", "z");
    Invocation asked = fixture.invocation();
    begin(asked);
    var told = new Changes("half", List.of("a", "b"), "sum", "ci-1", asked.properties());
    var after =
        advance(
            asked.runId(),
            null,
            run -> RunLifecycle.step(run, new Signal.Labelled(MACHINE, NOON.plusSeconds(3), told)));

    var found = find(asked.runId());

    assertThat(found).isEqualTo(after.run());
    assertThat(found.invocation()).isEqualTo(asked);
  }

  @Test
  void commitsWhatItBeganThoughWhoeverAskedHasHungUp() {
    var id = begun(aRun());
    var inTheMiddle = new CountDownLatch(1);
    var hungUp = new CountDownLatch(1);

    var asking =
        runs.advance(
                organization,
                id,
                null,
                run -> {
                  inTheMiddle.countDown();
                  await(hungUp);
                  return label(run);
                })
            .subscribe();
    await(inTheMiddle);
    asking.dispose();
    hungUp.countDown();

    Awaitility.await().untilAsserted(() -> assertThat(find(id).version()).isEqualTo(2));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  private Step label(Run run) {
    return RunLifecycle.step(
        run, new Signal.Labelled(MACHINE, NOON.plusSeconds(1), Changes.label("x")));
  }

  private Advanced advance(RunId id, String cause, java.util.function.Function<Run, Step> step) {
    return runs.advance(organization, id, cause, step).block();
  }

  private Run find(RunId id) {
    return runs.find(Sight.everything(organization), id).block();
  }

  private RunId begun(RunFixture fixture) {
    var asked = fixture.in(organization).invocation();
    begin(asked);
    return asked.runId();
  }

  private static void begin(Invocation asked) {
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
  }

  private static long rows(String sql, Object value) {
    return SERVICE.count(sql, value.toString());
  }

  private static List<Long> numbers(RunId id) {
    return SERVICE
        .bean(DatabaseClient.class)
        .sql("select seq from run_said where run_id = $1 order by seq")
        .bind(0, id.value())
        .map(row -> row.get(0, Long.class))
        .all()
        .collectList()
        .block();
  }
}
