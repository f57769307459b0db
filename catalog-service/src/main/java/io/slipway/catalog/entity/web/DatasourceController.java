package io.slipway.catalog.entity.web;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.entity.Datasources;
import io.slipway.catalog.entity.Datasources.Asked;
import io.slipway.catalog.entity.Datasources.Written;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Formats;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells an integration what it wrote, so that it can delete what is no more. */
@RestController
class DatasourceController {
  private static final Set<String> KNOWN =
      Set.of("datasource_prefix", "datasource_suffix", "limit", "before", "from");

  private final Datasources datasources;

  DatasourceController(Datasources datasources) {
    this.datasources = datasources;
  }

  @PostMapping("/v1/blueprints/entities/datasource-entities")
  Mono<JsonNode> written(Caller caller, @RequestBody JsonNode body) {
    AccessPolicy.mustBeAdmin(caller, "ask what a data source wrote");
    var object = Bodies.closed(body, KNOWN);
    var faults = new Faults();
    Storable.check(object, "", faults);
    faults.refuseAny("invalid_request");
    var limit = limit(object.get("limit"));
    var asked =
        new Asked(
            Bodies.text(object, "datasource_prefix"),
            Bodies.text(object, "datasource_suffix"),
            before(object),
            after(object),
            limit == Integer.MAX_VALUE ? limit : limit + 1);
    return datasources
        .writtenBy(caller.organization(), asked)
        .collectList()
        .map(found -> answer(found, limit));
  }

  private static JsonNode answer(List<Written> found, int limit) {
    var more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    var answer =
        Answers.ok(
            "entities",
            shown.stream()
                .map(
                    one ->
                        Json.object()
                            .put("identifier", one.identifier())
                            .put("blueprint", one.blueprint()))
                .toList());
    if (more) {
      answer.put("next", Long.toString(shown.getLast().seq()));
    }
    return answer;
  }

  private static int limit(@Nullable JsonNode limit) {
    if (limit == null || limit.isNull()) {
      return Integer.MAX_VALUE;
    }
    if (!limit.isInt() || limit.intValue() < 1) {
      throw Faults.refusal("invalid_request", "/limit", "must be a whole number, 1 or more");
    }
    return limit.intValue();
  }

  private static @Nullable Instant before(ObjectNode body) {
    var said = body.get("before");
    if (said == null || said.isNull()) {
      return null;
    }
    var moment = said.isString() ? Formats.moment(said.stringValue()) : null;
    if (moment == null) {
      throw Faults.refusal("invalid_request", "/before", "must match format \"date-time\"");
    }
    return moment;
  }

  private static long after(ObjectNode body) {
    var from = body.get("from");
    if (from == null || from.isNull()) {
      return 0;
    }
    try {
      return Long.parseLong(from.asString(""));
    } catch (NumberFormatException notOurs) {
      throw Faults.refusal("invalid_request", "/from", "must be the \"next\" of an earlier answer");
    }
  }
}
