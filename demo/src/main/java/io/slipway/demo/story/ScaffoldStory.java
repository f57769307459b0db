package io.slipway.demo.story;

import io.slipway.demo.agent.SlipwayApi;
import io.slipway.demo.handlers.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** A developer asks for a new service, and has its repository a moment later. */
final class ScaffoldStory {

  private final Narration narration;
  private final Path repositories;

  ScaffoldStory(Narration narration, Path workDirectory) {
    this.narration = narration;
    repositories = workDirectory.resolve("repositories");
  }

  /** Tells it, and says what the service is called. */
  String tell(String name) throws IOException, InterruptedException {
    var narrator = narration.narrator();
    var developer = narration.cast().developer();
    narrator.title("Story 1. A developer scaffolds a service");
    var inputs = new LinkedHashMap<String, String>();
    inputs.put("name", name);
    inputs.put("template", "java");
    inputs.put("system", "cart");
    inputs.put("description", "Keeps what people want to buy.");
    var runId = narration.ask(developer, Stage.SCAFFOLD, inputs, "IN_PROGRESS");
    var run = narration.watch(developer, runId);
    repository(name, developer);
    entity(name, developer, run.path("link").path(0).asString(""));
    narration.audits(runId, 3);
    return name;
  }

  private void repository(String name, Person developer) throws IOException, InterruptedException {
    var git = new Git(repositories.resolve(name));
    var log = git.ask("log", "--stat", "--format=%h %an: %s");
    narration.narrator().say("git log of the new repository:");
    log.forEach(narration.narrator()::quote);
    var authors = git.ask("log", "--format=%ae");
    StoryFault.unless(
        authors.equals(List.of(developer.email())),
        "The repository should have one commit by %s, and has commits by %s",
        developer,
        authors);
  }

  private void entity(String name, Person developer, String link) throws InterruptedException {
    var entity =
        developer
            .api()
            .get("/v1/blueprints/Component/entities/" + SlipwayApi.segment(name))
            .expect("The catalog does not know the service")
            .path("entity");
    var repository = entity.path("properties").path("repository").asString("");
    StoryFault.unless(
        !repository.isEmpty() && repository.equals(link),
        "The catalog has \"%s\" as the repository, and the run links to \"%s\"",
        repository,
        link);
    narration
        .narrator()
        .say(
            "catalog      Component:%s in System:%s, repository %s",
            name, entity.path("relations").path("system").asString("none"), repository);
  }
}
