package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void givesDifferentPortsThatAreFree() {
    var ports = FreePorts.take(20);

    assertThat(ports).doesNotHaveDuplicates().hasSize(20).allMatch(FreePorts::isFree);
  }

  @Test
  void seesThatAPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
    }
  }
}
