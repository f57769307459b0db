package io.slipway.catalog.blueprint;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Those outside of blueprints who name a blueprint or its parts, and follow when that changes. */
public interface Followers {

  /** Follows the renaming of a part, in its transaction. */
  Mono<Void> renamed(Blueprint before, Renaming renaming);

  /** Follows a new definition, in which parts may be missing and the identifier may be another. */
  Mono<Void> changed(Blueprint before, Blueprint after);

  /** Several as one; each follows after the other. */
  static Followers all(List<Followers> several) {
    return new Followers() {
      @Override
      public Mono<Void> renamed(Blueprint before, Renaming renaming) {
        return Flux.fromIterable(several).concatMap(one -> one.renamed(before, renaming)).then();
      }

      @Override
      public Mono<Void> changed(Blueprint before, Blueprint after) {
        return Flux.fromIterable(several).concatMap(one -> one.changed(before, after)).then();
      }
    };
  }
}
