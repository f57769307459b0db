package io.slipway.actionapi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.embedded.broker.PlainUsers;
import io.slipway.events.OrganizationChange;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organisations, from the wish to the agent that reads its topics. */
class OrganizationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void isMadeInStepsThatRepeatUntilAllOfThemAreDone() {
    var id = "org_" + Ids.random(16);
    edge.owners.welcomesToRefuse.set(3);

    var made = found("{\"id\":\"" + id + "\"}").expect(202).json();

    assertThat(made.propertyNames())
        .contains("orgId", "clientId", "clientSecret", "kafkaUsername", "kafkaPassword", "apiUrl");
    edge.grant(made.path("clientId").asString(), made.path("clientSecret").asString()).expect(401);
    await().atMost(PATIENCE).until(() -> edge.state(id).equals("ACTIVE"));
    edge.grant(made.path("clientId").asString(), made.path("clientSecret").asString()).expect(200);
    assertThat(edge.owners.asked)
        .filteredOn(asked -> asked.uri().equals("/internal/organizations/" + id))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(
            asked -> {
              assertThat(asked.method()).isEqualTo("PUT");
              assertThat(asked.claims().path("iss").asString()).isEqualTo("action-api");
              assertThat(asked.claims().path("org").asString()).isEqualTo(id);
            });
    try (var probe = edge.house.probe()) {
      var said = probe.awaitEvents(edge.house.topics().organizationChanged(), id, 1);
      assertThat(said).hasSize(1);
      assertThat(said.getFirst().getChange()).isEqualTo(OrganizationChange.CREATED);
    }
  }

  @Test
  void askedAgainItGivesTheSameAnswer() {
    var tenant = edge.tenant();

    var again = found("{\"id\":\"" + tenant.id() + "\"}").expect(202).json();

    assertThat(again.path("clientSecret").asString()).isEqualTo(tenant.text("clientSecret"));
    assertThat(again.path("kafkaPassword").asString()).isEqualTo(tenant.text("kafkaPassword"));
    assertThat(again.has("adminPassword")).isFalse();
    found("{\"id\":\"a.b\"}").expect(422);
    found("{\"id\":\"action-api\"}").expect(422);
    edge.post("/internal/organizations", tenant.machine(), "{}").expect(401);
    edge.post(
            "/internal/organizations",
            edge.house.tokenFor("notifier", "action-api"),
            "{\"id\":\"x1\"}")
        .expect(403);
  }

  /** The agents' listener is strict: SCRAM, and nothing that no ACL allows. */
  @Test
  void itsAgentReadsItsOwnTopicsAndNothingElse() {
    var tenant = edge.tenant();
    var other = edge.tenant();

    try (var agent = consumer(tenant, tenant.id() + ".agent")) {
      assertThat(agent.partitionsFor(tenant.id() + ".runs")).hasSize(3);
      assertThat(agent.partitionsFor(tenant.id() + ".change.log")).hasSize(3);
      agent.subscribe(java.util.List.of(tenant.id() + ".runs"));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                agent.poll(Duration.ofMillis(100));
                return !agent.assignment().isEmpty();
              });
      assertThatThrownBy(() -> agent.partitionsFor(other.id() + ".runs"))
          .isInstanceOf(AuthorizationException.class);
      assertThat(agent.listTopics())
          .containsOnlyKeys(
              tenant.id() + ".runs", tenant.id() + ".change.log", tenant.id() + ".reports");
    }
    try (var foreignGroup = consumer(tenant, other.id() + ".agent")) {
      foreignGroup.subscribe(java.util.List.of(tenant.id() + ".runs"));
      assertThatThrownBy(
              () ->
                  await()
                      .atMost(PATIENCE)
                      .until(() -> foreignGroup.poll(Duration.ofMillis(100)).count() > 0))
          .isInstanceOf(AuthorizationException.class);
    }
    try (var agent = producer(tenant)) {
      assertThat(send(agent, tenant.id() + ".reports")).isNull();
      assertThat(send(agent, tenant.id() + ".runs")).isInstanceOf(AuthorizationException.class);
      assertThat(send(agent, other.id() + ".reports")).isInstanceOf(AuthorizationException.class);
    }
    assertThat(
            new PlainUsers(edge.plainUsers)
                .matches(tenant.text("kafkaUsername"), tenant.text("kafkaPassword").toCharArray()))
        .isTrue();
  }

  @Test
  void isFoundedFromAFileOnce(@TempDir java.nio.file.Path folder) throws Exception {
    var id = "org_" + Ids.random(16);
    var file = folder.resolve("credentials.json");
    Files.writeString(
        file,
        Json.text(
            Json.object()
                .put("orgId", id)
                .put("clientId", "client-of-" + id)
                .put("clientSecret", "secret-of-" + id)
                .put("adminEmail", "a@" + id + ".test")
                .put("adminPassword", "pass")
                .put("kafkaUsername", "user-" + id)
                .put("kafkaPassword", "kafka-password")));
    var first = new FirstOrganization(edge.bean(FoundOrganization.class));

    first.from(file).block();
    first.from(file).block();

    await().atMost(PATIENCE).until(() -> edge.state(id).equals("ACTIVE"));
    var token = edge.token("client-of-" + id, "secret-of-" + id);
    var kafka = edge.get("/v1/kafka-credentials", token).expect(200).json().path("credentials");
    assertThat(kafka.path("username").asString()).isEqualTo("user-" + id);
    assertThat(kafka.path("password").asString()).isEqualTo("kafka-password");
    assertThat(kafka.path("brokers").get(0).asString())
        .isEqualTo(edge.house.grounds().agentsBootstrap());
  }

  @Test
  void keepsWhatItsAdminsChangeAndSaysSo() {
    var tenant = edge.tenant();
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");
    var token = tenant.machine();

    edge.send(
            "PATCH",
            "/v1/organization",
            token,
            "{\"settings\":{\"portAgentStreamerName\":\"KAFKA\"}}")
        .expect(200);
    edge.send("PATCH", "/v1/organization", token, "{\"name\":\"Acme\"}").expect(200);

    var organization = edge.get("/v1/organization", member).expect(200).json().path("organization");
    assertThat(organization.path("id").asString()).isEqualTo(tenant.id());
    assertThat(organization.path("name").asString()).isEqualTo("Acme");
    assertThat(organization.path("featureFlags").isArray()).isTrue();
    assertThat(Json.text(organization.path("settings")))
        .isEqualTo("{\"portAgentStreamerName\":\"KAFKA\"}");
    edge.send("PATCH", "/v1/organization", member, "{\"name\":\"X\"}").expect(403);
    edge.send("PATCH", "/v1/organization", token, "{\"nonsense\":1}").expect(422);
    edge.get("/v1/kafka-credentials", member).expect(403);
    try (var probe = edge.house.probe()) {
      var said = probe.awaitEvents(edge.house.topics().organizationChanged(), tenant.id(), 3);
      assertThat(said.get(1).getSettingsJson()).contains("portAgentStreamerName");
    }
  }

  @Test
  void losesNoneOfTheChangesThatComeAtOnce() {
    var tenant = edge.tenant();
    var token = tenant.machine();
    var keys = java.util.stream.IntStream.range(0, 12).mapToObj(i -> "key" + i).toList();

    keys.parallelStream()
        .forEach(
            key ->
                edge.send("PATCH", "/v1/organization", token, "{\"settings\":{\"" + key + "\":1}}")
                    .expect(200));

    var organization = edge.get("/v1/organization", token).expect(200).json().path("organization");
    assertThat(organization.path("settings").propertyNames()).containsAll(keys);
    assertThat(organization.path("isOnboarded").booleanValue()).isFalse();
    edge.send("PUT", "/v1/organization", token, "{\"settings\":{}}").expect(422);
    edge.send("PUT", "/v1/organization", token, "{\"name\":\"N\",\"isOnboarded\":true}")
        .expect(200);
    var after = edge.get("/v1/organization", token).expect(200).json().path("organization");
    assertThat(after.path("settings").propertyNames()).containsAll(keys);
    assertThat(after.path("isOnboarded").booleanValue()).isTrue();
    var door =
        edge.house.tokenFor(
            "notifier",
            "action-api",
            io.slipway.chassis.caller.Caller.service(tenant.id(), "notifier"));
    var setting = edge.get("/internal/organization/settings/key3", door).expect(200).json();
    assertThat(setting.path("value").intValue()).isEqualTo(1);
    edge.get("/internal/organization/settings/nope", door).expect(404);
    edge.get("/internal/organization/settings/key3", token).expect(401);
  }

  private EdgeUnderTest.Answer found(String body) {
    return edge.post(
        "/internal/organizations", edge.house.tokenFor("operator", "action-api"), body);
  }

  private Map<String, Object> agent(EdgeUnderTest.Tenant tenant) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", edge.house.grounds().agentsBootstrap());
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(tenant.text("kafkaUsername"), tenant.text("kafkaPassword")));
    return settings;
  }

  private KafkaConsumer<String, String> consumer(EdgeUnderTest.Tenant tenant, String group) {
    var settings = agent(tenant);
    settings.put("group.id", group);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private KafkaProducer<String, String> producer(EdgeUnderTest.Tenant tenant) {
    return new KafkaProducer<>(agent(tenant), new StringSerializer(), new StringSerializer());
  }

  private static Throwable send(KafkaProducer<String, String> producer, String topic) {
    try {
      producer.send(new ProducerRecord<>(topic, "k", "{}")).get();
      return null;
    } catch (ExecutionException refused) {
      return refused.getCause();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return stopping;
    }
  }
}
