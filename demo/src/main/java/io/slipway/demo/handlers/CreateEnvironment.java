package io.slipway.demo.handlers;

import io.slipway.demo.agent.Handler;
import io.slipway.demo.agent.Invocation;
import io.slipway.demo.agent.RunReport;
import io.slipway.demo.agent.SlipwayApi;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes an environment that knows when it ends: its manifest where environments are kept, and its
 * entry in the catalog, with a timer. The same work whether somebody had to approve it or not.
 */
public final class CreateEnvironment implements Handler {

  private static final int LONGEST_DAYS = 10;

  private final Path environments;
  private final Clock clock;

  public CreateEnvironment(Path folder, Clock clock) {
    environments = folder.resolve("environments");
    this.clock = clock;
  }

  @Override
  public void handle(Invocation invocation, RunReport report, SlipwayApi api) throws Exception {
    var name = Names.checked(invocation.text("name"));
    var days = invocation.properties().path("days").asInt(0);
    if (days < 1 || days > LONGEST_DAYS) {
      throw new IllegalArgumentException("An environment lives 1 to 10 days, not " + days);
    }
    var end = clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    report.log("Planning environment %s for %d days.".formatted(name, days));
    var folder = environments.resolve(name);
    for (var file :
        Template.named("environment", Set.of("environment"))
            .renderInto(folder, values(invocation, name, days, end))) {
      report.log("  " + file);
    }
    Catalog.upsert(api, "Environment", entity(invocation, name, days, end), invocation);
    report.log("The catalog has Environment:%s; its timer ends at %s.".formatted(name, end));
    report.link(folder.toAbsolutePath().toUri().toString());
    report.success("Created", "The environment **%s** lives until %s.".formatted(name, end));
  }

  private static Map<String, String> values(
      Invocation invocation, String name, int days, Instant end) {
    return Map.of(
        "name", name,
        "component", invocation.entity("component"),
        "owner", invocation.requester(),
        "days", Integer.toString(days),
        "end", end.toString());
  }

  private static Map<String, ?> entity(Invocation invocation, String name, int days, Instant end) {
    var entity = new HashMap<String, Object>();
    entity.put("identifier", name);
    entity.put("title", name);
    entity.put(
        "properties",
        Map.of("days", days, "ttl", end.toString(), "requestedBy", invocation.requester()));
    var component = invocation.entity("component");
    entity.put("relations", component.isEmpty() ? Map.of() : Map.of("component", component));
    return entity;
  }
}
