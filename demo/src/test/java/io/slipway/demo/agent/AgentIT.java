package io.slipway.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.demo.agent.Agent.Way;
import io.slipway.demo.fixture.FakeSlipway;
import io.slipway.demo.fixture.Organisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the real broker, its SCRAM and its ACLs. */
class AgentIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final Organisation organisation = new Organisation();
  private final FakeSlipway slipway = new FakeSlipway();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<Agent> agents = new ArrayList<>();

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @AfterEach
  void close() {
    agents.forEach(Agent::close);
    slipway.close();
  }

  private Agent agent(Duration grace) {
    var agent = new Agent(organisation.agent(slipway.url()), grace, notes::add);
    agents.add(agent);
    return agent;
  }

  private static void greet(Invocation invocation, RunReport report, SlipwayApi api)
      throws InterruptedException {
    report.log("Hello, " + invocation.text("name"));
    report.log("Nice to meet you");
    report.link("http://x.example/" + invocation.text("name"));
    report.success("Greeted", "Said hello");
  }

  @Test
  void doesTheWorkAndReportsByHttp() {
    agent(SOON).on("greet", AgentIT::greet, Way.HTTP).start();

    var run = organisation.invoke("greet", "{\"name\":\"Zoë ☃\",\"f\":1e-07}");

    await().until(() -> slipway.status(run).equals("SUCCESS"));
    assertThat(slipway.log(run)).containsExactly("Hello, Zoë ☃", "Nice to meet you");
    assertThat(slipway.patches(run)).hasSize(2);
    assertThat(slipway.patches(run).getFirst().at("/link/0").asString())
        .isEqualTo("http://x.example/Zoë ☃");
    assertThat(slipway.patches(run).getLast().path("summary").asString()).isEqualTo("Said hello");
    assertThat(slipway.requests().getLast().header("Traceparent")).isEqualTo("00-click-01");
  }

  @Test
  void reportsByTheTopicAsWell() {
    agent(SOON).on("greet", AgentIT::greet, Way.TOPIC).start();

    var run = organisation.invoke("greet", "{\"name\":\"Ada\"}");

    await().until(() -> organisation.reportsOf(run).size() == 4);
    var reports = organisation.reportsOf(run);
    assertThat(reports)
        .extracting(report -> report.partition())
        .containsOnly(reports.getFirst().partition());
    assertThat(reports.getFirst().value()).contains("\"message\":\"Hello, Ada\"", run);
    assertThat(reports.getLast().value()).contains("\"status\":\"SUCCESS\"", run);
    assertThat(reports.getLast().headers().lastHeader("traceparent")).isNotNull();
    assertThat(slipway.log(run)).isEmpty();
  }

  @Test
  void leavesAloneWhatIsNotSignedAndWhatIsForOthers() {
    agent(SOON).on("greet", AgentIT::greet, Way.HTTP).start();

    var forged = organisation.forge("greet", "{\"name\":\"Eve\"}");
    var others = organisation.invoke("somebody_elses", "{}");
    var run = organisation.invoke("greet", "{\"name\":\"Ada\"}");

    await().until(() -> slipway.status(run).equals("SUCCESS"));
    await()
        .until(
            () -> notes.contains("Run %s is not signed by Slipway; left alone".formatted(forged)));
    assertThat(slipway.requests())
        .noneMatch(request -> request.path().contains(forged) || request.path().contains(others));
  }

  @Test
  void endsARunAsAFailureWhenItsHandlerThrows() {
    agent(SOON)
        .on(
            "break",
            (_, _, _) -> {
              throw new IllegalStateException("The disk is full");
            },
            Way.HTTP)
        .start();

    var run = organisation.invoke("break", "{}");

    await().until(() -> slipway.status(run).equals("FAILURE"));
    assertThat(slipway.patches(run).getLast().path("summary").asString())
        .isEqualTo("The disk is full");
  }

  @Test
  void losesNoLineWhenSlipwayIsAwayForAWhile() {
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().endsWith("/logs")
                && times.incrementAndGet() <= 3
                && FakeSlipway.answer(exchange, 503, "{\"ok\":false,\"error\":\"unavailable\"}"));
    agent(SOON).on("greet", AgentIT::greet, Way.HTTP).start();

    var run = organisation.invoke("greet", "{\"name\":\"Ada\"}");

    await().until(() -> slipway.status(run).equals("SUCCESS"));
    assertThat(slipway.log(run)).containsExactly("Hello, Ada", "Nice to meet you");
  }

  @Test
  void letsWorkFinishWhenItIsClosed() throws Exception {
    var begun = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    var agent = agent(SOON);
    agent
        .on(
            "slow",
            (_, report, _) -> {
              begun.countDown();
              mayGoOn.await();
              report.success("Done", "Took its time");
            },
            Way.HTTP)
        .start();
    var run = organisation.invoke("slow", "{}");
    begun.await();

    var closing = Thread.ofVirtual().start(agent::close);
    mayGoOn.countDown();
    closing.join();

    assertThat(slipway.status(run)).isEqualTo("SUCCESS");
    assertThat(notes).isEmpty();
  }

  @Test
  void leavesWhatItCannotFinishToTheNextAgentAndNothingElse() throws Exception {
    var seen = new CopyOnWriteArrayList<String>();
    var begun = new CountDownLatch(1);
    var first = agent(AT_ONCE);
    first
        .on("greet", AgentIT::greet, Way.HTTP)
        .on(
            "slow",
            (invocation, _, _) -> {
              begun.countDown();
              new CountDownLatch(1).await();
            },
            Way.HTTP)
        .start();
    var slow = organisation.invoke("slow", "{}");
    var quick = organisation.invoke("greet", "{\"name\":\"Ada\"}");
    begun.await();
    await().until(() -> slipway.status(quick).equals("SUCCESS"));
    first.close();
    assertThat(notes).containsExactly("Run %s is left for the next agent".formatted(slow));

    Handler remembering =
        (invocation, report, _) -> {
          seen.add(invocation.runId());
          report.success("Done", "By the second agent");
        };
    agent(SOON).on("greet", remembering, Way.HTTP).on("slow", remembering, Way.HTTP).start();

    await().until(() -> slipway.status(slow).equals("SUCCESS"));
    assertThat(seen).containsExactly(slow);
  }

  @Test
  void saysSoWhenItMayNotReadTheTopic() {
    var settings = organisation.agent(slipway.url());
    var stranger =
        new AgentSettings(
            new Organisation().agent(slipway.url()).organization(),
            "agent",
            slipway.url(),
            "client",
            settings.clientSecret(),
            settings.kafkaBootstrap(),
            settings.kafkaUsername(),
            settings.kafkaPassword());
    var agent = new Agent(stranger, SOON, notes::add).on("greet", AgentIT::greet, Way.HTTP).start();
    agents.add(agent);

    await().until(() -> agent.failure() != null);
    assertThat(agent.failure())
        .isInstanceOfAny(
            GroupAuthorizationException.class,
            org.apache.kafka.common.errors.TopicAuthorizationException.class);
    assertThat(notes).singleElement().asString().startsWith("The agent cannot go on");
  }
}
