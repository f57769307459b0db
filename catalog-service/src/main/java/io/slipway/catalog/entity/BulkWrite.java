package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.WriteEntity.Written;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Writes several entities of a blueprint, one after the other, each on its own. */
public final class BulkWrite {
  private final Blueprints blueprints;
  private final WriteEntity write;

  public BulkWrite(Blueprints blueprints, WriteEntity write) {
    this.blueprints = blueprints;
    this.write = write;
  }

  /** What became of one item. */
  public sealed interface Item {
    int index();

    /** It was written. */
    record Done(int index, Written written) implements Item {}

    /** It was refused. */
    record Refused(int index, ObjectNode body, Refusal refusal) implements Item {}
  }

  /**
   * Writes the items in their order.
   *
   * @throws Refusal 404 for all when there is no such blueprint
   */
  public Mono<List<Item>> write(
      Caller caller,
      String blueprint,
      WriteMode mode,
      List<ObjectNode> bodies,
      WriteEntity.Options options) {
    return blueprints
        .find(caller.organization(), blueprint)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", blueprint)))
        .thenMany(Flux.range(0, bodies.size()))
        .concatMap(
            index -> {
              var body = bodies.get(index);
              return write
                  .write(new WriteEntity.Request(caller, blueprint, mode, null, body, options))
                  .map(written -> (Item) new Item.Done(index, written))
                  .onErrorResume(
                      Refusal.class,
                      refusal ->
                          refusal.status() >= 500
                              ? Mono.error(refusal)
                              : Mono.just(new Item.Refused(index, body, refusal)));
            })
        .collectList();
  }
}
