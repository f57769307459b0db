package io.slipway.demo.story;

import io.slipway.demo.story.ServerSentEvents.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows one run live, to its end. When the connection breaks it goes on where it was, on whatever
 * replica answers.
 */
final class RunStream {

  private static final JsonMapper JSON = new JsonMapper();

  private final Person watcher;
  private final String runId;
  private final BiConsumer<String, JsonNode> listener;
  private final Duration patience;
  private final long end;
  private String lastEventId = "";

  /**
   * @param listener told each event's name ({@code status}, {@code log}) and data
   */
  RunStream(
      Person watcher, String runId, Duration patience, BiConsumer<String, JsonNode> listener) {
    this.watcher = watcher;
    this.runId = runId;
    this.listener = listener;
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
  }

  /** Returns the run when it has ended. */
  JsonNode toItsEnd() throws InterruptedException {
    while (left() > 0) {
      try {
        var response = connect();
        if (response.statusCode() == 204) {
          return asItIs();
        }
        StoryFault.unless(
            response.statusCode() == 200 || response.statusCode() >= 500,
            "The stream of run %s answers HTTP %d",
            runId,
            response.statusCode());
        var ended = response.statusCode() == 200 ? read(response.body()) : null;
        if (ended != null) {
          return ended;
        }
      } catch (IOException broken) {
        // The next connection goes on after the last event that we have seen.
      }
      Thread.sleep(200);
    }
    throw new StoryFault(
        "Run %s did not end within %d s; it is %s"
            .formatted(runId, patience.toSeconds(), asItIs().path("status").asString("unknown")));
  }

  private HttpResponse<InputStream> connect() throws IOException, InterruptedException {
    var request =
        watcher
            .api()
            .request("/api/runs/" + runId + "/stream")
            .header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return watcher.api().http().send(request.build(), BodyHandlers.ofInputStream());
  }

  private @Nullable JsonNode read(InputStream body) throws IOException {
    // Reading may wait for ever; closing ends that.
    var alarm =
        CompletableFuture.runAsync(
            () -> close(body), CompletableFuture.delayedExecutor(left(), TimeUnit.NANOSECONDS));
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var events = new ServerSentEvents();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var event = events.line(line).orElse(null);
        var ended = event == null ? null : heard(event);
        if (ended != null) {
          return ended;
        }
      }
      return null;
    } finally {
      alarm.cancel(false);
    }
  }

  private @Nullable JsonNode heard(Event event) {
    lastEventId = event.id();
    if (!event.name().equals("status") && !event.name().equals("log")) {
      return null;
    }
    var data = JSON.readTree(event.data());
    listener.accept(event.name(), data);
    var over = event.name().equals("status") && hasEnded(data.path("status").asString(""));
    return over ? data : null;
  }

  private static boolean hasEnded(String status) {
    return switch (status) {
      case "SUCCESS", "FAILURE", "DECLINED" -> true;
      default -> false;
    };
  }

  private JsonNode asItIs() throws InterruptedException {
    return watcher
        .api()
        .get("/v1/actions/runs/" + runId)
        .expect("Run %s cannot be read".formatted(runId))
        .path("run");
  }

  private long left() {
    return end - System.nanoTime();
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException alreadyBroken) {
      // It does not matter how it ends.
    }
  }
}
