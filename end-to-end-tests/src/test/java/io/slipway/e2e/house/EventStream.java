package io.slipway.e2e.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follows a run as a browser does: reads events, and resumes by the last id it has seen. */
public final class EventStream implements AutoCloseable {
  private final String run;
  private final Http as;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile int status;
  private volatile boolean open;
  private volatile boolean closed;

  /** An event as it was sent. */
  public record Event(String id, String type, String data) {}

  private EventStream(Http as, String run) {
    this.as = as;
    this.run = run;
  }

  /** Opens the stream from the beginning. */
  public static EventStream of(Http as, String run) {
    var stream = new EventStream(as, run);
    stream.resume(as.base());
    return stream;
  }

  /** Opens it again, on any replica, behind the last event seen. */
  public void resume(URI edge) {
    Thread.ofVirtual().start(() -> read(edge));
  }

  private void read(URI edge) {
    var request =
        HttpRequest.newBuilder(URI.create(edge + "/api/runs/" + run + "/stream"))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/event-stream");
    as.headers().forEach(request::header);
    if (!events.isEmpty()) {
      request.header("Last-Event-ID", events.getLast().id());
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      status = answer.statusCode();
      open = true;
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        parse(lines);
      }
    } catch (IOException broken) {
      // as when a replica dies; whoever follows resumes
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      open = false;
      closed = true;
    }
  }

  private void parse(BufferedReader lines) throws IOException {
    String id = "";
    String type = "message";
    var data = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          events.add(new Event(id, type, data.toString()));
        }
        data.setLength(0);
        type = "message";
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
    }
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The messages of the log lines seen so far. */
  public List<String> lines() {
    return events.stream()
        .filter(event -> event.type().equals("log"))
        .map(event -> Http.parse(event.data()).get("message").stringValue())
        .toList();
  }

  public List<String> statuses() {
    return events.stream()
        .filter(event -> event.type().equals("status"))
        .map(event -> Http.parse(event.data()).get("status").stringValue())
        .toList();
  }

  public int status() {
    return status;
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
