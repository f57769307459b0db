package io.slipway.approvals;

import io.slipway.chassis.Chassis;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication
@Import(Chassis.class)
public class ApprovalService {

  /** The name in consumer groups, door tokens and logs. */
  public static final String NAME = "approval-service";

  public static void main(String[] arguments) {
    SpringApplication.run(ApprovalService.class, arguments);
  }
}
