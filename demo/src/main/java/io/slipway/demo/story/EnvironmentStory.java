package io.slipway.demo.story;

import io.slipway.demo.agent.SlipwayApi;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An environment for 3 days is there at once; for 10 days, somebody has to agree. */
final class EnvironmentStory {

  private final Narration narration;
  private final RunsTopic topic;

  EnvironmentStory(Narration narration, RunsTopic topic) {
    this.narration = narration;
    this.topic = topic;
  }

  void tell(String service) throws InterruptedException {
    var narrator = narration.narrator();
    var developer = narration.cast().developer();
    narrator.title("Story 2. Environments that end, for 3 days or for 10");
    var three = service + "-3d";
    var free =
        narration.ask(developer, Stage.ENVIRONMENT, inputs(three, service, 3), "IN_PROGRESS");
    narration.watch(developer, free);
    environment(three, 3);

    var tooLong = longRun(service + "-10d-a", service);
    narration.approvers(tooLong);
    mayNotApproveThemselves(tooLong);
    vote(tooLong, "DECLINE", "Three days are enough for a test", "DECLINED");

    var ten = service + "-10d-b";
    var agreed = longRun(ten, service);
    vote(agreed, "APPROVE", "The load test needs the weekend", "IN_PROGRESS");
    narration.watch(developer, agreed);
    environment(ten, 10);
    narration.approvers(agreed);
    narration.audits(agreed, 3);
    topicHas(free, agreed, tooLong);
  }

  private String longRun(String name, String service) throws InterruptedException {
    return narration.ask(
        narration.cast().developer(),
        Stage.LONG_ENVIRONMENT,
        inputs(name, service, 10),
        "WAITING_FOR_APPROVAL");
  }

  private static Map<String, ?> inputs(String name, String service, int days) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("name", name);
    inputs.put("days", days);
    inputs.put("component", service);
    return inputs;
  }

  private void mayNotApproveThemselves(String runId) throws InterruptedException {
    var developer = narration.cast().developer();
    var answer =
        developer
            .api()
            .patch("/v1/actions/runs/" + runId + "/approval", Map.of("status", "APPROVE"));
    StoryFault.unless(
        answer.status() == 403,
        "%s is no approver, and the vote was answered with %s",
        developer,
        answer.sentence());
    narrator().say("%s tries to approve it: refused (HTTP 403)", developer);
  }

  private void vote(String runId, String verdict, String why, String then)
      throws InterruptedException {
    var approver = narration.cast().approver();
    narrator().say("%s votes %s: \"%s\"", approver, verdict, why);
    var status =
        approver
            .api()
            .patch(
                "/v1/actions/runs/" + runId + "/approval",
                Map.of("status", verdict, "description", why))
            .expect("The vote was not taken")
            .path("run")
            .path("status")
            .asString("");
    StoryFault.unless(
        status.equals(then), "After the vote, run %s is %s instead of %s", runId, status, then);
    narrator().say("run %s: %s", runId, status);
  }

  private void environment(String name, int days) throws InterruptedException {
    var entity =
        narration
            .cast()
            .developer()
            .api()
            .get("/v1/blueprints/Environment/entities/" + SlipwayApi.segment(name))
            .expect("The catalog does not know the environment")
            .path("entity");
    var ttl = entity.path("properties").path("ttl").asString("");
    var left = Duration.between(Instant.now(), Instant.parse(ttl));
    StoryFault.unless(
        left.compareTo(Duration.ofDays(days)) <= 0
            && left.compareTo(Duration.ofDays(days).minusMinutes(10)) > 0,
        "Environment:%s should end in %d days, and ends at %s",
        name,
        days,
        ttl);
    narrator().say("catalog      Environment:%s, timer ends %s (in %d days)", name, ttl, days);
  }

  /** The approved run was dispatched after the decline, so a mistake would lie before it. */
  private void topicHas(String free, String agreed, String declined) {
    var heard = topic.heard();
    for (var dispatched : List.of(free, agreed)) {
      StoryFault.unless(
          heard.getOrDefault(dispatched, 0) == 1,
          "Run %s came %d times on the topic",
          dispatched,
          heard.getOrDefault(dispatched, 0));
    }
    StoryFault.unless(
        !heard.containsKey(declined), "Run %s was declined, and came on the topic", declined);
    narrator()
        .say("topic        each run that went came once; the declined %s never did", declined);
  }

  private Narrator narrator() {
    return narration.narrator();
  }
}
