package io.slipway.catalog.entity;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Fact.Subject;
import io.slipway.catalog.entity.Entity.Content;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one entity, in one transaction with its links, timers, audit row and events. The steps are
 * in the order in which clients expect to hear of faults.
 */
public final class WriteEntity {
  private final Blueprints blueprints;
  private final Entities entities;
  private final Atomic atomic;
  private final Ties ties;
  private final Ends ends;
  private final Keep keep;

  /** Made by {@link EntityUseCases}, which knows what the parts need. */
  WriteEntity(
      Blueprints blueprints, Entities entities, Atomic atomic, Ties ties, Ends ends, Keep keep) {
    this.blueprints = blueprints;
    this.entities = entities;
    this.atomic = atomic;
    this.ties = ties;
    this.ends = ends;
    this.keep = keep;
  }

  /**
   * A request to write.
   *
   * @param path the identifier in the path, for what must exist
   */
  public record Request(
      Caller caller,
      String blueprint,
      WriteMode mode,
      @Nullable String path,
      ObjectNode body,
      Options options) {}

  /**
   * How to write.
   *
   * @param validationOnly check everything, keep nothing
   * @param createMissing make the other ends of links that do not exist
   * @param runId the run in whose name
   * @param datasource the program that writes, as it calls itself
   */
  public record Options(
      boolean validationOnly, boolean createMissing, @Nullable String runId, String datasource) {

    /** Nothing special. */
    public static final Options PLAIN = new Options(false, false, null, "");
  }

  /** What was written. */
  public record Written(
      Blueprint blueprint, Entity entity, boolean created, List<String> warnings) {}

  /** Writes, or is refused; a refusal that somebody should know of is kept in the audit log. */
  public Mono<Written> write(Request request) {
    return ties.doing(request.caller(), request.options().runId())
        .flatMap(
            doing ->
                atomic
                    .atomically(Mono.defer(() -> attempt(request, doing)))
                    .onErrorResume(
                        Refusal.class, refusal -> keep.refused(request, doing, refusal)));
  }

  private Mono<Written> attempt(Request request, Doing doing) {
    return blueprints
        .hold(doing.organization(), request.blueprint())
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", request.blueprint())))
        .flatMap(
            blueprint -> {
              AccessPolicy.mustWriteEntities(
                  doing.by(), blueprint.identifier(), operation(request));
              var input =
                  EntityReader.read(blueprint, request.body(), request.mode() == WriteMode.PATCH);
              return existing(blueprint, request, input)
                  .flatMap(existing -> decide(request, doing, blueprint, input, existing));
            });
  }

  private static String operation(Request request) {
    return request.mode().needsExisting() ? "update" : "register";
  }

  private Mono<Optional<Entity>> existing(Blueprint blueprint, Request request, EntityInput input) {
    var identifier = request.path() == null ? input.identifier() : request.path();
    return identifier == null
        ? Mono.just(Optional.empty())
        : entities.lock(blueprint, identifier).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private Mono<Written> decide(
      Request request,
      Doing doing,
      Blueprint blueprint,
      EntityInput input,
      Optional<Entity> found) {
    var existing = found.orElse(null);
    if (existing == null && request.mode().needsExisting()) {
      throw Refusal.notFound("Entity", String.valueOf(request.path()));
    }
    if (existing != null && request.mode() == WriteMode.CREATE) {
      throw Refusal.taken("Entity", existing.identifier());
    }
    var identifier = identifier(blueprint, existing, input);
    var draft = EntityMerge.merge(blueprint, existing, input, request.mode(), identifier);
    SystemEntities.mustNotChangeOwnStatus(doing.by(), blueprint, existing, draft.properties());
    return mustBeFree(blueprint, existing, identifier)
        .then(Mono.defer(() -> fulfil(request, doing, blueprint, existing, draft)))
        .flatMap(
            after ->
                request.options().validationOnly()
                    ? Mono.just(after)
                    : keep.keep(blueprint, existing, after, doing))
        .map(after -> new Written(blueprint, after, existing == null, input.warnings()));
  }

  private static String identifier(
      Blueprint blueprint, @Nullable Entity existing, EntityInput input) {
    var said = input.identifier();
    if (existing != null) {
      return said == null
          ? existing.identifier()
          : SystemEntities.identifier(blueprint, existing, said);
    }
    return said == null ? Ids.withPrefix("e_") : said;
  }

  private Mono<Void> mustBeFree(Blueprint blueprint, @Nullable Entity existing, String identifier) {
    if (existing == null || existing.identifier().equals(identifier)) {
      return Mono.empty();
    }
    return entities
        .find(blueprint, identifier)
        .flatMap(other -> Mono.error(Refusal.taken("Entity", identifier)));
  }

  private Mono<Entity> fulfil(
      Request request, Doing doing, Blueprint blueprint, @Nullable Entity existing, Draft draft) {
    var subject =
        new Subject(
            blueprint.id(),
            blueprint.identifier(),
            existing == null ? Ids.withPrefix("e_") : existing.id(),
            draft.identifier());
    var self = new Related(subject.entityId(), draft.identifier(), draft.title());
    var options = request.options();
    var team = draft.team();
    var teams =
        team == null
            ? Mono.just(existing == null ? List.<String>of() : existing.content().team())
            : ends.teams(doing.organization(), team);
    var createMissing = options.createMissing() && !options.validationOnly();
    return teams.flatMap(
        owners ->
            ends.links(blueprint, draft, self, createMissing, doing)
                .map(
                    links ->
                        keep.entity(
                            existing,
                            subject,
                            new Content(
                                draft.title(), draft.icon(), owners, draft.properties(), links),
                            options.datasource(),
                            doing)));
  }

  /** The kind of fact that a request would have become, for the audit log. */
  static Kind kind(Request request) {
    return request.mode().needsExisting() ? Kind.UPDATE : Kind.CREATE;
  }
}
