package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The AsyncAPI document is written from the topics, the Avro schemas and a frame of prose, so they
 * cannot disagree.
 */
class AsyncApiTest {
  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
  private static final String BINDING = "0.5.0";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Topics topics = new Topics();
  private final ObjectNode document = frame();

  @Test
  void theDocumentIsWhatTopicsAndSchemasSay() throws IOException {
    var written = written();

    new Committed("..", "docs", "api", "events.yaml").says(YAML.writeValueAsString(written));
  }

  @Test
  void everyReferenceResolves() {
    var written = written();

    var dangling =
        written.findValuesAsString("$ref").stream()
            .filter(ref -> written.at(ref.substring(1)).isMissingNode())
            .toList();
    assertThat(dangling).isEmpty();
  }

  @Test
  void everyTopicThatCarriesWordsIsAChannel() {
    var addresses = new HashSet<>(written().get("channels").findValuesAsString("address"));

    Set<String> expected = new HashSet<>();
    topics.events().forEach(topic -> expected.add(topic.name()));
    topics.ofOrganization("{org}").forEach(topic -> expected.add(topic.name()));
    assertThat(addresses).isEqualTo(expected);
  }

  private static ObjectNode frame() {
    try (var in = AsyncApiTest.class.getResourceAsStream("/asyncapi/frame.yaml")) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private JsonNode written() {
    var names = List.of("runs", "changeLog", "reports");
    var messages = List.of("Invocation", "Change", "Report");
    var ofOrganization = topics.ofOrganization("{org}");
    for (int i = 0; i < names.size(); i++) {
      var channel = (ObjectNode) document.at("/channels/" + names.get(i));
      describe(channel, ofOrganization.get(i), messages.get(i));
      channel.putObject("parameters").putObject("org").put("$ref", "#/components/parameters/org");
    }
    topics.events().forEach(this::append);
    return document;
  }

  private void append(Topic<? extends SpecificRecord> topic) {
    var type = topic.record().orElseThrow();
    var schema = Events.schemaOf(type);
    var event = type.getSimpleName();
    var name = Character.toLowerCase(event.charAt(0)) + event.substring(1);
    var channel = ((ObjectNode) document.get("channels")).putObject(name);
    channel.put("title", event);
    describe(channel, topic, event);
    var operation = ((ObjectNode) document.get("operations")).putObject("send" + event);
    operation.put("action", "send");
    operation.putObject("channel").put("$ref", "#/channels/" + name);
    operation.put("summary", schema.getDoc());
    operation
        .putArray("messages")
        .addObject()
        .put("$ref", "#/channels/%s/messages/%s".formatted(name, event));
    ((ObjectNode) document.at("/components/messages")).set(event, message(topic, schema));
  }

  private static void describe(ObjectNode channel, Topic<?> topic, String message) {
    channel.put("address", topic.name());
    channel
        .putObject("messages")
        .putObject(message)
        .put("$ref", "#/components/messages/" + message);
    var kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("partitions", topic.partitions());
    var configuration = kafka.putObject("topicConfiguration");
    configuration.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
    number(configuration, topic, "retention.ms");
    number(configuration, topic, "max.message.bytes");
    kafka.put("bindingVersion", BINDING);
  }

  private static void number(ObjectNode configuration, Topic<?> topic, String setting) {
    configuration.put(setting, Long.parseLong(topic.settings().get(setting)));
  }

  private static ObjectNode message(Topic<?> topic, Schema schema) {
    var message = JSON.createObjectNode();
    message.put("title", schema.getName());
    message.put("summary", schema.getDoc());
    message.put("contentType", "application/vnd.confluent.avro");
    message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
    var payload = message.putObject("payload");
    payload.put("schemaFormat", AVRO);
    payload.set("schema", JSON.readTree(schema.toString()));
    var kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.key().words());
    kafka.put("schemaIdLocation", "payload");
    kafka.put("schemaIdPayloadEncoding", "confluent");
    kafka.put("bindingVersion", BINDING);
    return message;
  }
}
