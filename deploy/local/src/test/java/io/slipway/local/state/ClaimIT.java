package io.slipway.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slipway.embedded.process.PidFile;
import io.slipway.local.Complaint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimIT {

  @TempDir private Path folder;
  private DataDirectory data;

  @BeforeEach
  void aDataDirectory() {
    data = new DataDirectory(folder.resolve("data")).create();
  }

  @Test
  void onlyOneHoldsTheDirectoryAndTheOtherLearnsWho() {
    assertThat(Claim.isHeld(data)).isFalse();
    try (var _ = Claim.on(data)) {
      assertThat(Claim.isHeld(data)).isTrue();
      assertThat(Claim.holder(data)).contains(ProcessHandle.current());
      assertThatThrownBy(() -> Claim.on(data))
          .isInstanceOf(Complaint.class)
          .hasMessageContaining("pid " + ProcessHandle.current().pid());
    }
    assertThat(Claim.isHeld(data)).isFalse();
    Claim.on(data).close();
  }

  @Test
  void endsWhatAKilledStartLeft() throws Exception {
    var left = new ProcessBuilder("sleep", "300").start();
    new PidFile(data.logs().resolve("some-service.pid")).write(left.toHandle());

    try (var claim = Claim.on(data)) {
      assertThat(claim.endLeftovers(data)).containsExactly("some-service");
      await().until(() -> !left.isAlive());
      assertThat(claim.endLeftovers(data)).isEmpty();
    }
  }

  @Test
  void leavesAStrangerAloneWhoWasGivenTheSamePidLater() throws Exception {
    var stranger = new ProcessBuilder("sleep", "300").start();
    try {
      var file = data.logs().resolve("some-service.pid");
      Files.writeString(file, stranger.pid() + " 1000\n");

      try (var claim = Claim.on(data)) {
        assertThat(claim.endLeftovers(data)).isEmpty();
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
