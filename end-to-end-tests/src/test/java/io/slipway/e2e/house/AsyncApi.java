package io.slipway.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document, as a judge of what really travels on an organisation's topics. */
public final class AsyncApi {
  private static final JsonNode DOCUMENT =
      YAMLMapper.builder()
          .build()
          .readTree(SuiteUnderTest.read(OpenApi.documents().resolve("events.yaml")));

  private AsyncApi() {}

  /** Fails when a record is not what the document says of its message. */
  public static void check(String message, JsonNode record) {
    var payload =
        (ObjectNode) DOCUMENT.at("/components/messages/" + message + "/payload").deepCopy();
    // References point into the document, so the schema carries its components along.
    payload.set("components", DOCUMENT.get("components"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {})
            .getSchema(payload);
    assertThat(schema.validate(record)).as(message + " " + record).isEmpty();
  }
}
