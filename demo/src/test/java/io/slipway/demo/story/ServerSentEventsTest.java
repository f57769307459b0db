package io.slipway.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.demo.story.ServerSentEvents.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

  @Test
  void putsLinesTogether() {
    assertThat(events("id:1", "event:status", "data:{\"a\":", "data: 1}", ""))
        .containsExactly(new Event("1", "status", "{\"a\":\n1}"));
  }

  @Test
  void keepsTheIdAndForgetsTheName() {
    assertThat(events("id: 7", "event: log", "data: x", "", "data: y", ""))
        .containsExactly(new Event("7", "log", "x"), new Event("7", "message", "y"));
  }

  @Test
  void passesOverCommentsAndWhatItDoesNotKnow() {
    assertThat(events(": still here", "", "retry: 100", "", "event: end", "data:", ""))
        .containsExactly(new Event("", "end", ""));
  }

  private static List<Event> events(String... lines) {
    var reader = new ServerSentEvents();
    return List.of(lines).stream().map(reader::line).flatMap(Optional::stream).toList();
  }
}
