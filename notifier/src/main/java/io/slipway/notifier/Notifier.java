package io.slipway.notifier;

import io.slipway.chassis.Chassis;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication
@Import(Chassis.class)
public class Notifier {

  /** The name in consumer groups, door tokens and logs. */
  public static final String NAME = "notifier";

  public static void main(String[] arguments) {
    SpringApplication.run(Notifier.class, arguments);
  }
}
