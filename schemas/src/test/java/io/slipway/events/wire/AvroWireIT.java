package io.slipway.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.events.ActionInvoked;
import io.slipway.events.EntityChange;
import io.slipway.events.EntityChanged;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.RunDispatched;
import io.slipway.events.Samples;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.registration.SchemaRegistration;
import io.slipway.events.registration.SchemaRegistration.Registered;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events over a real registry, read and written by programs that are not ours. */
class AvroWireIT {

  private static final Topics TOPICS = new Topics();

  private static RegistryProcess registry;
  private static List<Registered> registered;

  private final AvroWire wire = new AvroWire(registry.url(), TOPICS);

  @BeforeAll
  static void start() throws IOException {
    registry = RegistryProcess.start();
    registered = registration(TOPICS).registerAll();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  static List<Topic<? extends SpecificRecord>> topics() {
    return TOPICS.events();
  }

  @Test
  void registeringAgainChangesNothing() throws Exception {
    var again = registration(TOPICS).registerAll();

    assertThat(again).isEqualTo(registered).hasSize(8);
    var subject = Topics.subject(TOPICS.actionInvoked());
    assertThat(registry.get("/subjects/" + subject + "/versions")).isEqualTo("[1]");
    assertThat(registry.get("/config/" + subject)).contains("FULL_TRANSITIVE");
  }

  @ParameterizedTest
  @MethodSource("topics")
  <T extends SpecificRecord> void aPlainConfluentReaderReadsWhatWeWrite(Topic<T> topic)
      throws Exception {
    var event = Samples.FULL.of(topic.record().orElseThrow());

    var bytes = wire.encode(topic, event);

    assertThat(PlainProgram.idIn(bytes)).isEqualTo(idOf(topic));
    var read = PlainProgram.read(registry, bytes);
    assertThat(read.getSchema().getFullName()).isEqualTo(event.getSchema().getFullName());
    assertThat(read.get("organization")).hasToString("the organization");
    assertThat(read.get("at")).isEqualTo(1795507750123456L);
  }

  @ParameterizedTest
  @MethodSource("topics")
  <T extends SpecificRecord> void whatIsWrittenIsRead(Topic<T> topic) {
    for (var sample : Samples.values()) {
      var event = sample.of(topic.record().orElseThrow());

      var read = wire.decode(topic, wire.encode(topic, event));

      assertThat(read).isEqualTo(event);
    }
  }

  @Test
  void readsWhatANewerVersionWrites() throws Exception {
    var newer = new Topics("newer.");
    registration(newer).registerAll();
    var schema = PlainProgram.withOneMore(EntityChanged.getClassSchema());
    var confluent = new ConfluentRegistry(RegistryAddress.apicurio(registry.url()));
    var id = confluent.register(Topics.subject(newer.entityChanged()), schema.toString());
    var written = PlainProgram.copy(Samples.FULL.of(EntityChanged.class), schema);
    written.put("change", new GenericData.EnumSymbol(schema.getField("change").schema(), "MERGE"));
    written.put("addedLater", "something");

    var read =
        new AvroWire(registry.url(), newer)
            .decode(newer.entityChanged(), PlainProgram.write(id, written));

    assertThat(read.getChange()).isEqualTo(EntityChange.UNKNOWN);
    assertThat(read.getIdentifier()).isEqualTo("the identifier");
  }

  @Test
  void manyThreadsShareOneFromTheStart() throws Exception {
    var topic = TOPICS.actionInvoked();
    var event = Samples.FULL.of(ActionInvoked.class);
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> task =
          () -> {
            for (int i = 0; i < 500; i++) {
              if (!wire.decode(topic, wire.encode(topic, event)).equals(event)) {
                return false;
              }
            }
            return true;
          };
      for (var done : threads.invokeAll(Collections.nCopies(8, task))) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsUndecodable() {
    var bytes = wire.encode(TOPICS.runDispatched(), Samples.FULL.of(RunDispatched.class));
    ByteBuffer.wrap(bytes).putInt(1, 987_654_321);

    assertThatThrownBy(() -> wire.decode(TOPICS.runDispatched(), bytes))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("987654321");
  }

  @Test
  void anEventOfAnotherTopicIsUndecodable() {
    var bytes = wire.encode(TOPICS.runDispatched(), Samples.FULL.of(RunDispatched.class));

    assertThatThrownBy(() -> wire.decode(TOPICS.entityChanged(), bytes))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessage("a RunDispatched does not belong on slipway.entity.changed.v1");
  }

  @Test
  void aRecordThatIsNoneOfOursIsUndecodable() throws Exception {
    var schema =
        new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"java.net.URL\",\"fields\":[]}");
    var confluent = new ConfluentRegistry(RegistryAddress.apicurio(registry.url()));
    var id = confluent.register("strangers-value", schema.toString());
    var bytes = PlainProgram.write(id, new GenericData.Record(schema));

    assertThatThrownBy(() -> wire.decode(TOPICS.entityChanged(), bytes))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("java.net.URL is no event of ours");
  }

  @Test
  void everyTruncationIsUndecodable() {
    var topic = TOPICS.organizationChanged();
    var bytes = wire.encode(topic, Samples.FULL.of(OrganizationChanged.class));

    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> wire.decode(topic, cut)).isInstanceOf(UndecodableEvent.class);
    }
  }

  @Test
  void aTextThatClaimsToBeHugeIsUndecodable() {
    var topic = TOPICS.organizationChanged();
    var bytes = wire.encode(topic, Samples.FULL.of(OrganizationChanged.class));
    // 2147483000 bytes of text, in Avro's zigzag, where the organization's identifier begins.
    byte[] length = {(byte) 0xF0, (byte) 0xF5, (byte) 0xFF, (byte) 0xFF, 0x0F};
    System.arraycopy(length, 0, bytes, 5, length.length);

    assertThatThrownBy(() -> wire.decode(topic, bytes)).isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void textThatIsNoEventIsUndecodable() {
    var bytes = "{\"runId\":\"r_1\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> wire.decode(TOPICS.entityChanged(), bytes))
        .isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void aSchemaThatWasNotRegisteredIsWorthWaitingFor() {
    var unregistered = new Topics("unregistered.");
    var early = new AvroWire(registry.url(), unregistered);

    assertThatThrownBy(early::warmUp)
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("unregistered.action.invoked.v1-value");

    registration(unregistered).registerAll();
    early.warmUp();
  }

  @Test
  void registrationSaysWhatClashes() {
    var clashing = new Topics("clashing.");
    var subject = Topics.subject(clashing.organizationChanged());
    var confluent = new ConfluentRegistry(RegistryAddress.apicurio(registry.url()));
    confluent.register(
        subject,
        """
        {"type":"record","name":"OrganizationChanged","namespace":"io.slipway.events","fields":[
          {"name":"organization","type":"string"},{"name":"owner","type":"string"}]}
        """);

    assertThatThrownBy(() -> registration(clashing).registerAll())
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining(subject)
        .hasMessageContaining("with version 1: its readers cannot read what is written today")
        .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE owner at /fields/1");
  }

  private static SchemaRegistration registration(Topics topics) {
    return new SchemaRegistration(RegistryAddress.apicurio(registry.url()), topics);
  }

  private static int idOf(Topic<?> topic) {
    return registered.stream()
        .filter(one -> one.subject().equals(Topics.subject(topic)))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
