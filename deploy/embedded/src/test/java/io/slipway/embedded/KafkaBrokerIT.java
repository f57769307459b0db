package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.embedded.KafkaBroker.Mechanism;
import io.slipway.embedded.broker.PlainUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaBrokerIT {

  private final KafkaBroker broker = Infra.startShared().broker();
  private final String org = "org_" + UUID.randomUUID().toString().replace("-", "");
  private final String topic = org + ".runs";

  @BeforeEach
  void anOrganisationThatMayReadItsTopic() throws Exception {
    var read =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
            new AccessControlEntry("User:" + org, "*", AclOperation.READ, AclPermissionType.ALLOW));
    try (var admin = Admin.create(broker.adminProperties())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      admin.createTopics(List.of(new NewTopic(org + ".private", 1, (short) 1))).all().get();
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      org, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "right")))
          .all()
          .get();
      admin.createAcls(List.of(read)).all().get();
    }
    new PlainUsers(broker.plainUsersFile()).put(org, "plain-right");
  }

  @Test
  void letsInWhoKnowsThePasswordByScramAndByPlain() throws Exception {
    assertThat(topicsSeen(broker.agentProperties(Mechanism.SCRAM, org, "right"))).contains(topic);
    assertThat(topicsSeen(broker.agentProperties(Mechanism.PLAIN, org, "plain-right")))
        .contains(topic);
  }

  @Test
  void keepsOutWhoDoesNot() {
    for (var mechanism : Mechanism.values()) {
      assertThatThrownBy(() -> topicsSeen(broker.agentProperties(mechanism, org, "wrong")))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void takesAPlainUserWithoutARestart() throws Exception {
    var late = org + "_late";
    var properties = broker.agentProperties(Mechanism.PLAIN, late, "new");
    assertThatThrownBy(() -> topicsSeen(properties))
        .hasCauseInstanceOf(SaslAuthenticationException.class);

    new PlainUsers(broker.plainUsersFile()).put(late, "new");

    assertThat(topicsSeen(properties)).isEmpty();
  }

  @Test
  void doesNotOfferPlainToServices() {
    var properties = new HashMap<>(broker.agentProperties(Mechanism.PLAIN, org, "plain-right"));
    properties.put("bootstrap.servers", broker.internalBootstrap());

    assertThatThrownBy(() -> topicsSeen(properties)).isInstanceOf(ExecutionException.class);
  }

  @Test
  void deniesTopicsThatNoAclAllows() throws Exception {
    var agent = broker.agentProperties(Mechanism.SCRAM, org, "right");
    assertThat(topicsSeen(agent)).containsExactly(topic);

    try (var consumer = consumer(agent, Map.of())) {
      assertThatThrownBy(() -> consumer.partitionsFor(org + ".private"))
          .isInstanceOf(TopicAuthorizationException.class);
    }
    // An idempotent producer would already be refused its producer id.
    try (var producer = producer(agent, Map.of("enable.idempotence", false))) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "k", "v")).get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void commitsTransactionsAndHidesAbortedOnes() {
    var transactional = Map.<String, Object>of("transactional.id", org + "-writer");
    try (var producer = producer(broker.adminProperties(), transactional)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "k", "aborted"));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "k", "committed"));
      producer.commitTransaction();
    }

    var reading =
        Map.<String, Object>of(
            "group.id", org + ".test",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    try (var consumer = consumer(broker.adminProperties(), reading)) {
      consumer.subscribe(List.of(topic));
      var values = new ArrayList<String>();
      var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.isEmpty() && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      assertThat(values).containsExactly("committed");
    }
  }

  @Test
  void takesARecordOfEightMegabytes() throws Exception {
    var large = Map.<String, Object>of("max.request.size", 9 << 20);
    try (var producer = producer(broker.adminProperties(), large)) {
      var sent = producer.send(new ProducerRecord<>(topic, "k", "x".repeat(8 << 20))).get();

      assertThat(sent.serializedValueSize()).isEqualTo(8 << 20);
    }
  }

  private static Set<String> topicsSeen(Map<String, Object> client) throws Exception {
    try (var admin = Admin.create(client)) {
      return admin.listTopics().names().get();
    }
  }

  private static KafkaProducer<String, String> producer(
      Map<String, Object> client, Map<String, Object> more) {
    var all = new HashMap<>(client);
    all.putAll(more);
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(
      Map<String, Object> client, Map<String, Object> more) {
    var all = new HashMap<>(client);
    all.putAll(more);
    return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
  }
}
