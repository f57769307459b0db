package io.slipway.catalog.access;

import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Where it is kept what somebody said about permissions; blueprints by their internal ids. */
public interface PermissionRows {

  /** What was said about one blueprint; an empty object when nothing was. */
  Mono<ObjectNode> said(String organization, String blueprintId);

  /** What was said about every blueprint about which something was. */
  Mono<Map<String, ObjectNode>> all(String organization);

  /** Keeps what is said now. */
  Mono<Void> keep(String organization, String blueprintId, ObjectNode said);
}
