package io.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.bench.suite.DatabaseAccess;
import io.slipway.bench.suite.OrganizationAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.bench.suite.SuiteProcesses;
import io.slipway.chaos.Violation.Kind;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.PidFile;
import io.slipway.embedded.process.Processes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed: this JVM plays the {@code up} that keeps them. */
class KillerIT {

  @TempDir private Path data;

  private final Witness witness = new Witness();
  private final List<ManagedProcess> started = new ArrayList<>();
  private volatile boolean keeping = true;

  @BeforeEach
  void holdTheDirectory() {
    new PidFile(data.resolve("up.pid")).write(ProcessHandle.current());
  }

  @AfterEach
  void endAll() {
    keeping = false;
    List.copyOf(started).forEach(ManagedProcess::kill);
  }

  @Test
  void killsEachAsOftenAsToldAndWaitsUntilItIsBack() throws Exception {
    keep("first");
    keep("second");

    var kills = killer(3, "first", "second").run();

    assertThat(kills).hasSize(6).allMatch(kill -> kill.back().isPresent());
    assertThat(kills.stream().filter(kill -> kill.target().equals("first"))).hasSize(3);
    assertThat(witness.all()).isEmpty();
  }

  @Test
  void killsInAnOrderThatTheSeedDecides() {
    var once = names(killer(5, "a", "b", "c").order());

    assertThat(names(killer(5, "a", "b", "c").order())).isEqualTo(once);
    assertThat(once).hasSize(15).isNotEqualTo(once.stream().sorted().toList());
  }

  @Test
  void findsAProcessByItsPidFileWhenItIsOurs() {
    var ours = keep("ours");

    await()
        .untilAsserted(
            () ->
                assertThat(new SuiteProcesses(data).find("ours").map(ProcessHandle::pid))
                    .contains(ours.pid()));
  }

  @Test
  void leavesAloneAProcessWhosePidFileIsAboutAnother() throws IOException {
    var bystander = keep("bystander");
    Files.writeString(
        data.resolve("kafka.pid"),
        bystander.pid() + " " + bystander.startedAt().minusSeconds(3600).toEpochMilli());

    assertThat(new SuiteProcesses(data).find("kafka")).isEmpty();
  }

  @Test
  void leavesAloneAProcessThatDoesNotNameTheDataDirectory() {
    var stranger =
        Processes.start(Launch.of("notifier", List.of("sleep", "600"), data.resolve("logs/n.log")));
    started.add(stranger);

    assertThat(new SuiteProcesses(data).find("notifier")).isEmpty();
  }

  @Test
  void leavesAloneAProcessThatAnotherSuiteStarted() throws Exception {
    keep("notifier");
    var otherHolder =
        Processes.start(Launch.of("other", List.of("sleep", "600"), data.resolve("logs/o.log")));
    started.add(otherHolder);
    new PidFile(data.resolve("up.pid")).write(ProcessHandle.of(otherHolder.pid()).orElseThrow());

    assertThat(new SuiteProcesses(data).find("notifier")).isEmpty();
  }

  @Test
  void leavesAloneTheKeeperItself() {
    keep("notifier");

    // Between two programs that it becomes, a process shows no command line for a moment.
    await()
        .untilAsserted(
            () -> assertThat(new SuiteProcesses(data).all()).containsOnlyKeys("notifier"));
  }

  @Test
  void saysWhatDoesNotComeBack() throws Exception {
    keeping = false;
    keep("gone");

    var kills = killer(1, Duration.ofMillis(300), "gone").run();

    assertThat(kills).containsExactly(new Kill("gone", Optional.empty()));
    assertThat(witness.all()).extracting(Violation::kind).containsExactly(Kind.NOT_RESTARTED);
  }

  /** A shell that carries the data directory in its command line, and is started again. */
  private ManagedProcess keep(String name) {
    var command = List.of("sh", "-c", "while true; do sleep 1; done", data.toString());
    var process = Processes.start(Launch.of(name, command, data.resolve("logs/" + name + ".log")));
    started.add(process);
    process
        .onExit()
        .thenRun(
            () -> {
              if (keeping) {
                keep(name);
              }
            });
    return process;
  }

  private Killer killer(int times, String... names) {
    return killer(times, Duration.ofSeconds(30), names);
  }

  private Killer killer(int times, Duration patience, String... names) {
    var targets = Stream.of(names).map(this::target).toList();
    var quiet = new ChaosReport(new PrintStream(OutputStream.nullOutputStream()));
    return new Killer(
        settings(List.of(names), times), targets, new Random(7), witness, quiet, patience);
  }

  private Target target(String name) {
    return new Target(name, new SuiteProcesses(data), () -> true);
  }

  private static List<String> names(List<Target> targets) {
    return targets.stream().map(Target::name).toList();
  }

  private ChaosSettings settings(List<String> targets, int times) {
    var suite =
        new SuiteAccess(
            "",
            new OrganizationAccess("o", "", "", "", "", ""),
            Map.of(),
            new DatabaseAccess("", "", ""),
            "",
            data);
    return new ChaosSettings(
        suite,
        7,
        targets,
        times,
        1,
        0,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMillis(50),
        Duration.ofSeconds(1));
  }
}
