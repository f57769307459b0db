package io.slipway.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.embedded.Infra;
import io.slipway.local.Complaint;
import io.slipway.local.edge.FakeEdge.Says;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe against a real broker; the house behind it is played by a few lines. */
class ProbeIT {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path folder;
  private final Infra infra = Infra.startShared();
  private FakeEdge edge;

  @BeforeEach
  void anEdgeThatMakesOrganisations() throws Exception {
    edge = new FakeEdge();
    edge.on("POST /internal/organizations", asked -> new Says(202, provision(asked.body())));
    edge.on("POST /v1/auth/access_token", _ -> new Says(200, Map.of("accessToken", "token")));
    edge.on("POST /v1/actions", _ -> new Says(201, Map.of("ok", true)));
  }

  @AfterEach
  void endIt() {
    edge.close();
  }

  @Test
  void seesARunThroughTheHouseAndKeepsItsOrganisation() throws Exception {
    var runs =
        edge.on(
            "POST /v1/actions/slipway_probe/runs",
            _ -> {
              say(organization() + ".runs", "r_1", "{\"runId\":\"r_1\"}");
              return new Says(202, Map.of("ok", true, "run", Map.of("id", "r_1")));
            });
    runs.on(
        "GET /v1/actions/runs/r_1",
        _ -> new Says(200, Map.of("run", Map.of("status", reported("r_1")))));

    var said = probe().run();

    assertThat(said).contains("from POST to SUCCESS");
    var first = organization();
    probe().run();
    assertThat(organization()).isEqualTo(first);
  }

  @Test
  void complainsAboutTheRunThatIsNotTaken() {
    edge.on(
        "POST /v1/actions/slipway_probe/runs",
        _ -> new Says(503, Map.of("message", "the catalog is away")));

    assertThatThrownBy(() -> probe().run())
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("the catalog is away");
  }

  private Probe probe() {
    return new Probe(
        new Organizations(edge.url(), infra.agentsBootstrap(), KEY), folder.resolve("probe.json"));
  }

  private String organization() {
    return Credentials.read(folder.resolve("probe.json")).orElseThrow().orgId();
  }

  /** What action-api does for a new organisation, as far as Kafka is concerned. */
  private Credentials provision(String body) {
    var id = Json.MAPPER.readTree(body).path("id").asString();
    var invented = Credentials.invent(edge.url(), infra.agentsBootstrap());
    var credentials =
        new Credentials(
            id,
            "client",
            "secret",
            "a@b.c",
            "pw",
            edge.url(),
            infra.agentsBootstrap(),
            id,
            invented.kafkaPassword());
    edge.on("GET /internal/organizations/" + id, _ -> new Says(200, Map.of("state", "ACTIVE")));
    try (var admin = Admin.create(infra.adminProperties())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(id + ".runs", 3, (short) 1),
                  new NewTopic(id + ".reports", 3, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
      var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(id, scram, credentials.kafkaPassword())))
          .all()
          .get(30, TimeUnit.SECONDS);
      admin
          .createAcls(
              List.of(
                  allow(id, id + ".runs", AclOperation.READ),
                  allow(id, id + ".reports", AclOperation.WRITE)))
          .all()
          .get(30, TimeUnit.SECONDS);
      return credentials;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static AclBinding allow(String user, String topic, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  private void say(String topic, String key, String value) {
    try (var producer =
        new KafkaProducer<>(
            infra.adminProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  /** What was last reported about a run, as its status. */
  private String reported(String run) {
    var settings = new HashMap<>(infra.adminProperties());
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(organization() + ".reports").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        if (record.key().equals(run)) {
          return Json.MAPPER.readTree(record.value()).path("status").asString();
        }
      }
      return "IN_PROGRESS";
    }
  }
}
