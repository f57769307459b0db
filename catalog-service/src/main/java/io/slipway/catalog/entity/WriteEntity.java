package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.Kind;
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
  private final TieToRun ties;
  private final Fulfil fulfil;
  private final Keep keep;
  private final EntityRights rights;
  private final SearchedNames searched;

  /** Made by {@link EntityUseCases}, which knows what the parts need. */
  WriteEntity(EntityUseCases.Ports ports, TieToRun ties, Fulfil fulfil, Keep keep) {
    this.blueprints = ports.blueprints();
    this.entities = ports.entities();
    this.atomic = ports.atomic();
    this.rights = new EntityRights(ports.around().permissions());
    this.searched = new SearchedNames(ports.blueprints(), ports.around().find());
    this.ties = ties;
    this.fulfil = fulfil;
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
            blueprint ->
                rights
                    .of(doing.by(), blueprint)
                    .flatMap(may -> attempt(new Act(request, doing, may, blueprint))));
  }

  private Mono<Written> attempt(Act act) {
    var request = act.request();
    act.rights().mustBePossible(operations(request.mode()));
    return searched
        .found(act.doing().by(), act.blueprint(), request.body(), request.path() != null)
        .flatMap(
            body -> {
              var closed = request.mode() == WriteMode.PATCH;
              var input = EntityReader.read(act.blueprint(), body, closed);
              return existing(act, input).flatMap(existing -> decide(act, input, existing));
            });
  }

  private static String[] operations(WriteMode mode) {
    return switch (mode) {
      case CREATE -> new String[] {"register"};
      case UPSERT, UPSERT_MERGE -> new String[] {"register", "update"};
      case REPLACE, PATCH -> new String[] {"update"};
    };
  }

  private Mono<Optional<Entity>> existing(Act act, EntityInput input) {
    var path = act.request().path();
    var identifier = path == null ? input.identifier() : path;
    return identifier == null
        ? Mono.just(Optional.empty())
        : entities
            .lock(act.blueprint(), identifier)
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty());
  }

  private Mono<Written> decide(Act act, EntityInput input, Optional<Entity> found) {
    var existing = found.orElse(null);
    var request = act.request();
    var blueprint = act.blueprint();
    if (existing == null && request.mode().needsExisting()) {
      throw Refusal.notFound("Entity", String.valueOf(request.path()));
    }
    if (existing != null && request.mode() == WriteMode.CREATE) {
      throw Refusal.taken("Entity", existing.identifier());
    }
    var identifier = identifier(blueprint, existing, input);
    var draft = EntityMerge.merge(blueprint, existing, input, request.mode(), identifier);
    SystemEntities.mustNotChangeOwnStatus(
        act.doing().by(), blueprint, existing, draft.properties());
    return mustBeFree(blueprint, existing, identifier)
        .then(Mono.defer(() -> fulfil.entity(act, existing, draft)))
        .flatMap(
            after -> {
              mustBePermitted(act, input, existing, after);
              return request.options().validationOnly()
                  ? Mono.just(after)
                  : keep.keep(blueprint, existing, after, act.doing());
            })
        .map(after -> new Written(blueprint, after, existing == null, input.warnings()));
  }

  private static void mustBePermitted(
      Act act, EntityInput input, @Nullable Entity existing, Entity after) {
    if (existing == null) {
      act.rights().mustRegister(after.content().team(), Touch.registering(input));
    } else {
      act.rights().mustUpdate(existing.content().team(), Touch.updating(existing, after));
    }
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

  /** The kind of fact that a request would have become, for the audit log. */
  static Kind kind(Request request) {
    return request.mode().needsExisting() ? Kind.UPDATE : Kind.CREATE;
  }
}
