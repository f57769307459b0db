package io.slipway.demo.story;

import io.slipway.demo.DemoSettings;
import io.slipway.demo.agent.Agent;
import io.slipway.demo.agent.Agent.Way;
import io.slipway.demo.agent.AgentSettings;
import io.slipway.demo.handlers.CreateEnvironment;
import io.slipway.demo.handlers.Git;
import io.slipway.demo.handlers.ScaffoldService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Both stories, one after the other, with the agent that does the work. */
public final class Performance {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final DemoSettings settings;
  private final Narrator narrator;

  public Performance(DemoSettings settings, Narrator narrator) {
    this.settings = settings;
    this.narrator = narrator;
  }

  /** Returns when both are told; throws where one goes another way. */
  public void play() throws IOException, InterruptedException {
    narrator.title(
        "Slipway demo: organisation %s at %s".formatted(settings.orgId(), settings.apiUrl()));
    new Git(settings.workDirectory()).ask("--version"); // Whoever lacks git should hear it first.
    var cast = new Stage(settings, narrator).set();
    var connection = connection();
    try (var topic = new RunsTopic(connection);
        var agent = agent(connection)) {
      narrator.say(
          "agent        group %s.%s reads %s, works in %s",
          connection.organization(),
          connection.name(),
          connection.runsTopic(),
          settings.workDirectory());
      tell(new Narration(cast, narrator), topic, agent);
    }
    narrator.title("All stories are done.");
  }

  private void tell(Narration narration, RunsTopic topic, Agent agent)
      throws IOException, InterruptedException {
    try {
      var service = new ScaffoldStory(narration, settings.workDirectory()).tell(newName());
      new EnvironmentStory(narration, topic).tell(service);
    } catch (StoryFault fault) {
      var failure = agent.failure();
      if (failure != null) {
        fault.addSuppressed(failure);
        throw new StoryFault(
            fault.getMessage() + "; the agent had stopped: " + failure.getMessage());
      }
      throw fault;
    }
  }

  /** Another one each time, so that the demo can be repeated. */
  private static String newName() {
    return "cart-" + Long.toString(Instant.now().toEpochMilli() / 100, Character.MAX_RADIX);
  }

  /** One reports by HTTP, the others by the topic, to show both. */
  private Agent agent(AgentSettings connection) {
    var folder = settings.workDirectory();
    var environments = new CreateEnvironment(folder, Clock.systemUTC());
    return new Agent(connection, GRACE, note -> narrator.say("agent        %s", note))
        .on(Stage.SCAFFOLD, new ScaffoldService(folder), Way.HTTP)
        .on(Stage.ENVIRONMENT, environments, Way.TOPIC)
        .on(Stage.LONG_ENVIRONMENT, environments, Way.TOPIC)
        .start();
  }

  private AgentSettings connection() {
    return new AgentSettings(
        settings.orgId(),
        "demo-agent",
        settings.apiUrl(),
        settings.clientId(),
        settings.clientSecret(),
        settings.kafkaBootstrap(),
        settings.kafkaUsername(),
        settings.kafkaPassword());
  }
}
