package io.slipway.local.suite;

import io.slipway.embedded.KafkaBroker;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics between the services; those of an organisation are made with it. */
final class InternalTopics {

  static final Topics TOPICS = new Topics();

  private InternalTopics() {}

  /** Makes what is missing and says how many that were. */
  static int ensure(KafkaBroker broker) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(broker.adminProperties())) {
      var there = admin.listTopics().names().get();
      var missing =
          TOPICS.events().stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(InternalTopics::wanted)
              .toList();
      admin.createTopics(missing).all().get();
      return missing.size();
    }
  }

  private static NewTopic wanted(Topic<?> topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
  }
}
