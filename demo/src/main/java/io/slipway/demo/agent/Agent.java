package io.slipway.demo.agent;

import io.slipway.demo.agent.Worker.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes an organisation's invocations from its topic and gives each to the handler of its action,
 * on a thread of its own. An offset is committed when the work is done, so an agent that dies
 * leaves its work to the next one; a run that has ended meanwhile is not begun again.
 */
public final class Agent implements AutoCloseable {

  static final int MOST_AT_ONCE = 20;
  private static final Duration TICK = Duration.ofMillis(200);

  /** By which way a handler's reports go. */
  public enum Way {
    HTTP,
    TOPIC
  }

  private final AgentSettings settings;
  private final Duration grace;
  private final Consumer<String> notes;
  private final Map<String, Job> jobs = new HashMap<>();
  private final Offsets offsets = new Offsets();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread listener = Thread.ofPlatform().name("agent").unstarted(this::listen);
  private volatile boolean stopping;
  private volatile @Nullable KafkaException failure;

  /**
   * @param grace how long work that was begun may go on when the agent is closed
   * @param notes told, a sentence each, what the agent's owner should know
   */
  public Agent(AgentSettings settings, Duration grace, Consumer<String> notes) {
    this.settings = settings;
    this.grace = grace;
    this.notes = notes;
  }

  /** Says who does the work of an action; to be said before the start. */
  public Agent on(String action, Handler handler, Way way) {
    jobs.put(action, new Job(handler, way));
    return this;
  }

  public Agent start() {
    listener.start();
    return this;
  }

  /** Why it stopped by itself, if it did. */
  public @Nullable KafkaException failure() {
    return failure;
  }

  private void listen() {
    try (var worker = new Worker(settings, jobs, notes);
        var consumer =
            new KafkaConsumer<>(
                settings.consumer(), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(settings.runsTopic()), new GivingAway(consumer));
      while (!stopping) {
        consumer.poll(TICK).forEach(message -> begin(worker, message));
        commit(consumer);
        // Polling goes on while we are busy, or the broker would think that we died.
        if (offsets.open() < MOST_AT_ONCE) {
          consumer.resume(consumer.paused());
        } else {
          consumer.pause(consumer.assignment());
        }
      }
      finish();
      commit(consumer);
    } catch (KafkaException fatal) {
      failure = fatal;
      notes.accept("The agent cannot go on: " + fatal.getMessage());
    }
  }

  private void begin(Worker worker, ConsumerRecord<String, String> message) {
    var partition = new TopicPartition(message.topic(), message.partition());
    var done = offsets.begin(partition, message.offset());
    threads.submit(
        () -> {
          try {
            worker.attend(message);
            done.run();
          } catch (InterruptedException | InterruptException stopped) {
            notes.accept("Run %s is left for the next agent".formatted(message.key()));
          } catch (RuntimeException trouble) {
            notes.accept("Run %s is left for the next agent: %s".formatted(message.key(), trouble));
          }
        });
  }

  private void commit(KafkaConsumer<String, String> consumer) {
    var news = offsets.news();
    if (!news.isEmpty()) {
      try {
        consumer.commitSync(news);
      } catch (RebalanceInProgressException | CommitFailedException moved) {
        notes.accept("Partitions moved before an offset was kept; a run may come twice");
      }
    }
  }

  private void finish() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException hurried) {
      threads.shutdownNow();
    }
  }

  /** Takes nothing new, lets what was begun finish for a while, and keeps how far it came. */
  @Override
  public void close() {
    stopping = true;
    try {
      listener.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  /** Partitions go to another agent: keep what is done, and forget the rest. */
  private final class GivingAway implements ConsumerRebalanceListener {

    private final KafkaConsumer<String, String> consumer;

    GivingAway(KafkaConsumer<String, String> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer);
      offsets.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      offsets.forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
  }
}
