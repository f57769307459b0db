package io.slipway.demo.agent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Does what one message asks for: checks it, finds its handler, and reports when that fails. */
final class Worker implements AutoCloseable {

  /** Long enough for Slipway to be restarted, or for somebody to be woken. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Who does the work of an action, and by which way the reports go. */
  record Job(Handler handler, Agent.Way way) {}

  private final Map<String, Job> jobs;
  private final Consumer<String> notes;
  private final SlipwayApi api;
  private final Signature signature;
  private final @Nullable TopicReports reports;

  Worker(AgentSettings settings, Map<String, Job> jobs, Consumer<String> notes) {
    this.jobs = Map.copyOf(jobs);
    this.notes = notes;
    var login = Login.client(settings.clientId(), settings.clientSecret());
    api = new SlipwayApi(settings.apiUrl(), login, PATIENCE);
    signature = new Signature(settings.clientSecret());
    var byTopic = jobs.values().stream().anyMatch(job -> job.way() == Agent.Way.TOPIC);
    reports = byTopic ? new TopicReports(settings) : null;
  }

  /** Returns when there is nothing more to do about the message; throws if it has to come again. */
  void attend(ConsumerRecord<String, String> message) throws InterruptedException {
    var invocation = Invocation.read(message.value(), trace(message)).orElse(null);
    var job = invocation == null ? null : jobs.get(invocation.action());
    if (invocation == null || job == null) {
      return; // It is somebody else's: others of the organisation read the same topic.
    }
    if (!signature.isGenuine(message.value())) {
      notes.accept("Run %s is not signed by Slipway; left alone".formatted(invocation.runId()));
      return;
    }
    try {
      var here = api.inTrace(invocation.traceparent());
      if (isGoingOn(invocation, here)) {
        work(job, invocation, here);
      }
    } catch (ApiFault fault) {
      if (!fault.isRefused()) {
        throw fault;
      }
      notes.accept("Run %s: %s".formatted(invocation.runId(), fault.getMessage()));
    }
  }

  /** Whoever had it before us may have brought it to its end. */
  private static boolean isGoingOn(Invocation invocation, SlipwayApi here)
      throws InterruptedException {
    var path = "/v1/actions/runs/" + invocation.runId();
    var run = here.get(path).expect("The run cannot be read").path("run");
    return run.path("status").asString("").equals("IN_PROGRESS");
  }

  private void work(Job job, Invocation invocation, SlipwayApi here) throws InterruptedException {
    var report = report(job.way(), invocation, here);
    try {
      job.handler().handle(invocation, report, here);
    } catch (InterruptedException | InterruptException stopped) {
      throw stopped;
    } catch (Exception failed) {
      var reason = failed.getMessage() == null ? failed.toString() : failed.getMessage();
      notes.accept("Run %s failed: %s".formatted(invocation.runId(), reason));
      report.failure("Failed", reason);
    }
  }

  private RunReport report(Agent.Way way, Invocation invocation, SlipwayApi here) {
    return way == Agent.Way.TOPIC && reports != null
        ? reports.about(invocation)
        : new HttpReport(here, invocation.runId());
  }

  private static @Nullable String trace(ConsumerRecord<String, String> message) {
    var header = message.headers().lastHeader("traceparent");
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (reports != null) {
      reports.close();
    }
  }
}
