package io.slipway.local.apply;

import tools.jackson.databind.JsonNode;

/** One request to the API, for a step that may need several. */
record Call(Step step, String method, String path, JsonNode body) {}
