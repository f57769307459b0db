package io.slipway.local;

import io.slipway.embedded.Folders;
import io.slipway.local.suite.Progress;
import io.slipway.local.suite.Training;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The last step of the build; it fails only in being slower next time. */
@Command(
    name = "train",
    hidden = true,
    description = "Makes the caches with which everything starts faster.")
final class TrainCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    if (Training.isDone()) {
      return 0;
    }
    var folder = Files.createTempDirectory("slipway-training-");
    try {
      new Training(new Progress(System.out)).run(folder);
    } catch (RuntimeException failed) {
      var why = String.valueOf(failed.getMessage());
      if (System.getenv("SLIPWAY_DEBUG") == null) {
        why = why.lines().findFirst().orElse("");
      }
      System.out.println("  The suite works without these caches, and starts slower: " + why);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }
}
