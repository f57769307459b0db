package io.slipway.demo;

import io.slipway.demo.agent.ApiFault;
import io.slipway.demo.story.Narrator;
import io.slipway.demo.story.Performance;
import io.slipway.demo.story.StoryFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.KafkaException;

/** Plays the demo against a running suite. */
public final class Demo {

  private Demo() {}

  /**
   * Tells both stories, and prints what happens as it happens.
   *
   * @return 0 when all went as told; anything else after a sentence that says what did not
   */
  public static int run(DemoSettings settings, PrintStream out) {
    var narrator = new Narrator(out);
    try (var lock =
        FileChannel.open(lockFile(settings), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      // Two at once would share an agent's group and take each other's runs, and tokens.
      if (!isFree(lock)) {
        throw new StoryFault("Another demo is at work in " + settings.workDirectory());
      }
      new Performance(settings, narrator).play();
      return 0;
    } catch (KafkaException fault) {
      narrator.failed("Kafka at %s: %s".formatted(settings.kafkaBootstrap(), fault.getMessage()));
      return 1;
    } catch (StoryFault | ApiFault | IOException fault) {
      narrator.failed(fault.getMessage() == null ? fault.toString() : fault.getMessage());
      return 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      narrator.failed("It was interrupted");
      return 1;
    }
  }

  private static Path lockFile(DemoSettings settings) throws IOException {
    return Files.createDirectories(settings.workDirectory()).resolve("demo.lock");
  }

  /** The lock goes with its channel. */
  private static boolean isFree(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException ourselves) {
      return false;
    }
  }
}
