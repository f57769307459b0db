package io.slipway.orchestrator;

import io.slipway.chassis.Chassis;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(Chassis.class)
public class RunOrchestrator {
  public static void main(String[] arguments) {
    SpringApplication.run(RunOrchestrator.class, arguments);
  }
}
