package io.slipway.demo.handlers;

import io.slipway.demo.agent.Handler;
import io.slipway.demo.agent.Invocation;
import io.slipway.demo.agent.RunReport;
import io.slipway.demo.agent.SlipwayApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes a new service: a git repository rendered from a template, and its entry in the catalog. */
public final class ScaffoldService implements Handler {

  private static final Set<String> TEMPLATES = Set.of("java", "python");

  /** In the commit's message, so that a repository tells which run made it. */
  private static final String TRAILER = "Slipway-Run: ";

  private final Path repositories;
  private final Path building;

  /**
   * @param folder where repositories are kept, for want of a place that hosts them
   */
  public ScaffoldService(Path folder) {
    repositories = folder.resolve("repositories");
    building = folder.resolve("building");
  }

  @Override
  public void handle(Invocation invocation, RunReport report, SlipwayApi api) throws Exception {
    var name = Names.checked(invocation.text("name"));
    var repository = repositories.resolve(name);
    if (!isMadeBy(invocation, repository)) {
      if (Files.exists(repository)) {
        throw new IllegalStateException("There is a repository " + name + " already");
      }
      make(invocation, name, repository, report);
    }
    report.link(url(repository));
    register(invocation, name, repository, api);
    report.log("The catalog has Component:" + name + ".");
    report.success("Scaffolded", "The service **%s** is ready to be cloned.".formatted(name));
  }

  /** Under another name until it is complete, so that nobody meets half a repository. */
  private void make(Invocation invocation, String name, Path repository, RunReport report)
      throws IOException, InterruptedException {
    var draft = building.resolve(invocation.runId());
    Folders.delete(draft);
    Files.createDirectories(draft);
    Files.createDirectories(repositories);
    var template = invocation.text("template");
    report.log("Rendering the template \"%s\" for %s.".formatted(template, name));
    for (var file :
        Template.named(template, TEMPLATES).renderInto(draft, values(invocation, name))) {
      report.log("  " + file);
    }
    report.log("Making a git repository of it.");
    var message =
        "Scaffold %s\n\nAsked for by %s.\n\n%s%s"
            .formatted(name, invocation.requester(), TRAILER, invocation.runId());
    var author = new Git.Person(invocation.requester(), invocation.requester());
    new Git(draft).commitAll(message, author, report::log);
    Files.move(draft, repository);
  }

  private static Map<String, String> values(Invocation invocation, String name) {
    var values = new HashMap<String, String>();
    values.put("name", name);
    values.put("type", typeName(name));
    values.put("description", invocation.text("description"));
    values.put("owner", invocation.requester());
    values.put("system", invocation.entity("system"));
    return values;
  }

  /** {@code cart-service} is {@code CartService} where a language wants it so. */
  static String typeName(String name) {
    var type = new StringBuilder();
    for (var word : name.split("-")) {
      if (!word.isEmpty()) {
        type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return type.toString();
  }

  /** A run comes again when the agent was stopped after the repository and before the end. */
  private static boolean isMadeBy(Invocation invocation, Path repository)
      throws IOException, InterruptedException {
    return Files.isDirectory(repository.resolve(".git"))
        && new Git(repository)
            .ask("log", "-1", "--format=%B")
            .contains(TRAILER + invocation.runId());
  }

  private static void register(Invocation invocation, String name, Path repository, SlipwayApi api)
      throws InterruptedException {
    var system = invocation.entity("system");
    var entity =
        Map.of(
            "identifier",
            name,
            "title",
            name,
            "properties",
            Map.of(
                "type", "service",
                "lifecycle", "experimental",
                "language", invocation.text("template"),
                "description", invocation.text("description"),
                "repository", url(repository)),
            "relations",
            system.isEmpty() ? Map.of() : Map.of("system", system));
    Catalog.upsert(api, "Component", entity, invocation);
  }

  private static String url(Path repository) {
    return repository.toAbsolutePath().toUri().toString().replaceAll("/$", "");
  }
}
