package io.slipway.demo.handlers;

import io.slipway.demo.agent.Invocation;
import io.slipway.demo.agent.SlipwayApi;
import java.util.Map;

/** What the agent's work leaves in the catalog. */
final class Catalog {

  private Catalog() {}

  /** Creates or changes an entity and ties it to the run; done twice, it is the same. */
  static void upsert(SlipwayApi api, String blueprint, Map<String, ?> entity, Invocation invocation)
      throws InterruptedException {
    api.post(
            "/v1/blueprints/%s/entities?upsert=true&merge=true&run_id=%s"
                .formatted(blueprint, invocation.runId()),
            entity)
        .expect("The catalog did not take the " + blueprint);
  }
}
