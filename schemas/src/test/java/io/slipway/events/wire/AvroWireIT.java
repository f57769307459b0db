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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Events over a real registry, read and written by programs that are not ours. */
class AvroWireIT {

  private static final JsonMapper JSON = JsonMapper.shared();
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

    assertThat(idIn(bytes)).isEqualTo(idOf(topic));
    var read = readPlainly(bytes);
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
    var schema = withOneMore(EntityChanged.getClassSchema());
    var confluent = new ConfluentRegistry(RegistryAddress.apicurio(registry.url()));
    var id = confluent.register(Topics.subject(newer.entityChanged()), schema.toString());
    var written = copy(Samples.FULL.of(EntityChanged.class), schema);
    written.put("change", new GenericData.EnumSymbol(schema.getField("change").schema(), "MERGE"));
    written.put("addedLater", "something");

    var read =
        new AvroWire(registry.url(), newer).decode(newer.entityChanged(), plainly(id, written));

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
    var bytes = plainly(id, new GenericData.Record(schema));

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

  private static int idIn(byte[] bytes) {
    assertThat(bytes[0]).isZero();
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  private static GenericRecord readPlainly(byte[] bytes) throws Exception {
    var answer = JSON.readTree(registry.get("/schemas/ids/" + idIn(bytes)));
    assertThat(answer.has("references")).as("other readers cannot follow references").isFalse();
    var schema = new Schema.Parser().parse(answer.required("schema").stringValue());
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    var record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    assertThat(decoder.isEnd()).isTrue();
    return record;
  }

  private static byte[] plainly(int id, GenericRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** The same event with one optional field and one kind of change more. */
  private static Schema withOneMore(Schema schema) {
    var fields = new ArrayList<Schema.Field>();
    for (var field : schema.getFields()) {
      var type = field.name().equals("change") ? withMerge(field.schema()) : field.schema();
      fields.add(new Schema.Field(field, type));
    }
    var optional =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field("addedLater", optional, "New.", Schema.Field.NULL_DEFAULT_VALUE));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static Schema withMerge(Schema change) {
    var symbols = new ArrayList<>(change.getEnumSymbols());
    symbols.add("MERGE");
    return Schema.createEnum(
        change.getName(), change.getDoc(), change.getNamespace(), symbols, change.getEnumDefault());
  }

  private static GenericRecord copy(SpecificRecord event, Schema schema) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
    encoder.flush();
    var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
    return new GenericDatumReader<GenericRecord>(event.getSchema(), schema).read(null, decoder);
  }
}
