package io.slipway.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.embedded.FreePorts;
import io.slipway.local.Complaint;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @TempDir private Path folder;
  private DataDirectory data;

  @BeforeEach
  void aDataDirectory() {
    data = new DataDirectory(folder.resolve("data")).create();
  }

  @Test
  void areChosenOnceAndMoreWhenMoreAreNeeded() {
    var first = Ports.of(data, List.of("a", "b"));

    var second = Ports.of(data, List.of("a", "b", "c"));

    assertThat(second.of("a")).isEqualTo(first.of("a"));
    assertThat(second.of("b")).isEqualTo(first.of("b"));
    assertThat(second.of("c")).isNotIn(second.of("a"), second.of("b"));
    assertThatThrownBy(() -> second.of("d")).hasMessageContaining("d");
  }

  @Test
  void sayWhoseIsTakenByAnotherProgram() throws Exception {
    var ports = Ports.of(data, List.of("a"));
    var edge = FreePorts.take(1).getFirst();
    ports.requireFree(data, edge);

    try (var _ = new ServerSocket(ports.of("a"), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> ports.requireFree(data, edge))
          .isInstanceOf(Complaint.class)
          .hasMessageContaining(Integer.toString(ports.of("a")))
          .hasMessageContaining("gives to a");
    }
    try (var _ = new ServerSocket(edge, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> ports.requireFree(data, edge)).hasMessageContaining("--port");
    }
  }
}
