package io.slipway.chassis.frame;

import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.RelayObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * A relay that stands still at a step and says so in a file, so that it can be killed just there.
 */
class Victim {

  @Bean
  RelayObserver standingStill(
      @Value("${victim.step}") RelayObserver.Step fatal,
      @Value("${victim.lane}") Lane lane,
      @Value("${victim.reached}") Path reached,
      @Value("${victim.go-on}") Path goOn) {
    return (step, at, rows) -> {
      if (step == fatal && at == lane) {
        stand(reached, goOn);
      }
    };
  }

  private static void stand(Path reached, Path goOn) {
    try {
      Files.writeString(reached, "here");
      while (!Files.exists(goOn)) {
        Thread.sleep(20);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
