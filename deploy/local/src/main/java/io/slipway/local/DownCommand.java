package io.slipway.local;

import io.slipway.local.state.Claim;
import io.slipway.local.state.DataDirectory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Ends the suite that runs on the data directory.")
final class DownCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    var data = options.data();
    if (!Files.isDirectory(data.root())) {
      System.out.println("Nothing runs on " + data.root() + ".");
      return 0;
    }
    if (Claim.isHeld(data)) {
      var holder = Claim.holder(data);
      if (holder.isEmpty()) {
        throw new Complaint(data.root() + " is held by a process that has not said which.");
      }
      end(holder.get());
    }
    endLeftovers(data);
    return 0;
  }

  private static void end(ProcessHandle up) throws InterruptedException, ExecutionException {
    up.destroy();
    try {
      up.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      System.out.println("Slipway (pid " + up.pid() + ") has ended.");
    } catch (TimeoutException deaf) {
      up.destroyForcibly();
      System.out.println("Slipway (pid " + up.pid() + ") did not end in time and was killed.");
    }
  }

  private static void endLeftovers(DataDirectory data) {
    try (var claim = Claim.on(data)) {
      var left = claim.endLeftovers(data);
      if (!left.isEmpty()) {
        System.out.println("Ended what was left: " + String.join(", ", left));
      }
    }
  }
}
