package io.slipway.actionapi.organization.kafka;

import io.slipway.actionapi.organization.AgentAccess;
import io.slipway.actionapi.organization.Organization;
import io.slipway.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes an organisation's topics and its principal, which may read {@code {org}.runs} and {@code
 * {org}.change.log}, write {@code {org}.reports}, use groups under {@code {org}.} or named like
 * itself, and nothing else.
 */
@Component
class KafkaAgentAccess implements AgentAccess {
  private static final int ITERATIONS = 8192;

  private final KafkaProperties kafka;
  private final Topics topics;
  private final short replication;
  private final @Nullable PlainUsersFile plainUsers;

  KafkaAgentAccess(
      KafkaProperties kafka,
      Topics topics,
      @Value("${slipway.topics.replication:1}") short replication,
      @Value("${slipway.agents.plain-users:}") String plainUsers) {
    this.kafka = kafka;
    this.topics = topics;
    this.replication = replication;
    this.plainUsers = plainUsers.isBlank() ? null : new PlainUsersFile(plainUsers);
  }

  @Override
  public Mono<Void> grant(Organization organization, String password) {
    return Mono.<Void>fromCallable(
            () -> {
              grantNow(organization, password);
              return null;
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private void grantNow(Organization organization, String password)
      throws ExecutionException, InterruptedException {
    var user = organization.kafkaUsername();
    try (var admin = Admin.create(kafka.buildAdminProperties())) {
      makeTopics(admin, organization.id());
      var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(user, scram, password)))
          .all()
          .get();
      admin.createAcls(rights(organization.id(), user)).all().get();
    }
    if (plainUsers != null) {
      plainUsers.put(user, password);
    }
  }

  private void makeTopics(Admin admin, String organization)
      throws ExecutionException, InterruptedException {
    var wanted =
        topics.ofOrganization(organization).stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), replication)
                        .configs(topic.settings()))
            .toList();
    for (var made : admin.createTopics(wanted).values().values()) {
      try {
        made.get();
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw failure;
        }
      }
    }
  }

  /** Nothing here may ever name more than one organisation. */
  static List<AclBinding> rights(String organization, String user) {
    var rights = new ArrayList<AclBinding>();
    for (var topic : List.of(Topics.runs(organization), Topics.changeLog(organization))) {
      rights.add(right(user, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ));
      rights.add(
          right(user, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.DESCRIBE));
    }
    var reports = Topics.reports(organization);
    rights.add(right(user, ResourceType.TOPIC, reports, PatternType.LITERAL, AclOperation.WRITE));
    rights.add(
        right(user, ResourceType.TOPIC, reports, PatternType.LITERAL, AclOperation.DESCRIBE));
    rights.add(
        right(
            user, ResourceType.GROUP, organization + ".", PatternType.PREFIXED, AclOperation.READ));
    rights.add(right(user, ResourceType.GROUP, user, PatternType.LITERAL, AclOperation.READ));
    return rights;
  }

  private static AclBinding right(
      String user, ResourceType type, String name, PatternType pattern, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }
}
