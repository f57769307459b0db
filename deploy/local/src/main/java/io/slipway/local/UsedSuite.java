package io.slipway.local;

import io.slipway.local.edge.Organizations;
import io.slipway.local.state.Claim;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.suite.Progress;
import io.slipway.local.suite.Suite;
import org.jspecify.annotations.Nullable;

/**
 * A suite to work with: the one that runs on the data directory, or one that is started for the
 * occasion and ends with it, also when Ctrl-C ends the occasion.
 */
public final class UsedSuite implements AutoCloseable {

  private final RunningSuite running;
  private final @Nullable Suite own;

  private UsedSuite(RunningSuite running, @Nullable Suite own) {
    this.running = running;
    this.own = own;
  }

  /** For commands that need a suite and do not mind whose. */
  public static UsedSuite runningOrStarted(SuiteOptions options, Progress progress)
      throws InterruptedException {
    var found = RunningSuite.find(options);
    if (found.isPresent()) {
      progress.print("Using the suite at " + found.get().credentials().apiUrl() + ".");
      return new UsedSuite(found.get(), null);
    }
    return started(options.data(), new Suite.Plan(options.port(), null, true), progress);
  }

  static UsedSuite started(DataDirectory data, Suite.Plan plan, Progress progress)
      throws InterruptedException {
    data.create();
    var claim = Claim.on(data);
    var suite = new Suite(data, claim, plan, progress);
    var ending = new Thread(() -> end(suite, progress), "slipway-end");
    Runtime.getRuntime().addShutdownHook(ending);
    progress.print("Slipway starts.");
    try {
      suite.start();
    } catch (RuntimeException failed) {
      if (suite.isStopping()) {
        ending.join(); // it is at work, and then this JVM has ended
      }
      throw failed;
    }
    var credentials = Credentials.read(data.credentials()).orElseThrow();
    return new UsedSuite(new RunningSuite(data, credentials), suite);
  }

  private static void end(Suite suite, Progress progress) {
    if (!suite.isStopping()) {
      progress.print("Slipway ends what it started…");
      suite.stop();
      progress.print("Everything has ended.");
    }
  }

  public DataDirectory data() {
    return running.data();
  }

  /** Those of the first organisation. */
  public Credentials credentials() {
    return running.credentials();
  }

  public Organizations organizations() {
    return running.organizations();
  }

  /** Ends the suite if it was started here. */
  @Override
  public void close() {
    if (own != null) {
      own.stop();
    }
  }
}
