package io.slipway.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slipway.embedded.process.Launch.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void aProcessThatEndsEarlyIsReportedWithItsLastWords() {
    var process = shell("echo the cupboard is bare; exit 3");

    assertThatThrownBy(() -> process.awaitReady(() -> false, PATIENCE))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("the cupboard is bare");
  }

  @Test
  void aProcessThatIsNotReadyInTimeIsReportedWithTheReason() {
    var process = shell("echo thinking; sleep 60");
    try {
      assertThatThrownBy(
              () ->
                  process.awaitReady(
                      () -> {
                        throw new IllegalStateException("no answer");
                      },
                      Duration.ofMillis(600)))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("not ready")
          .hasRootCauseMessage("no answer");
    } finally {
      process.kill();
    }
  }

  @Test
  void stopSendsTheSignalTheProgramUnderstands() {
    var launch = launch("trap 'echo bye; exit 0' INT; echo up; while :; do sleep 0.1; done");
    var process = Processes.start(launch.stoppedBy(StopSignal.TERM));
    await().until(() -> process.logTail().contains("up"));

    process.stop(PATIENCE);

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void stopInsistsWhenTheProgramIsDeaf() {
    var process = shell("trap '' TERM; echo up; while :; do sleep 0.1; done");
    await().until(() -> process.logTail().contains("up"));

    process.stop(Duration.ofMillis(300));

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aPausedProcessDoesNothingUntilResumed() throws Exception {
    var ticks = folder.resolve("ticks");
    var process = shell("while :; do echo x >> " + ticks + "; sleep 0.05; done");
    await().until(() -> Files.exists(ticks));

    process.pause();
    var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (Files.exists(stat)) {
      await().until(() -> Files.readString(stat).contains(") T "));
    }
    process.resume();

    var seen = Files.size(ticks);
    await().until(() -> Files.size(ticks) > seen);
    process.kill();
  }

  @Test
  void aProcessEndsWhenTheJvmThatStartedItIsKilled() throws Exception {
    var pidFile = folder.resolve("pid");
    var parent =
        new ProcessBuilder(
                Processes.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                pidFile.toString())
            .inheritIO()
            .start();
    await().atMost(PATIENCE).until(() -> Files.exists(pidFile) && Files.size(pidFile) > 0);
    var child = ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();

    parent.destroyForcibly().waitFor();

    await().atMost(PATIENCE).until(() -> !child.isAlive());
  }

  /** A JVM that starts a child, says its pid, and waits to be killed. */
  static final class Parent {
    public static void main(String[] args) throws Exception {
      var file = Path.of(args[0]);
      var log = file.resolveSibling("child.log");
      var child =
          Processes.start(Launch.of("child", List.of("/bin/sh", "-c", "exec sleep 300"), log));
      Files.writeString(file, Long.toString(child.pid()));
      Thread.currentThread().join();
    }
  }

  private ManagedProcess shell(String script) {
    return Processes.start(launch(script));
  }

  private Launch launch(String script) {
    return Launch.of("test", List.of("/bin/sh", "-c", script), folder.resolve("log"));
  }
}
