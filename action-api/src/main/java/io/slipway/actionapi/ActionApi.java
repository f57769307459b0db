package io.slipway.actionapi;

import io.slipway.chassis.Chassis;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The public edge. */
@SpringBootApplication
@Import(Chassis.class)
public class ActionApi {
  public static void main(String[] arguments) {
    SpringApplication.run(ActionApi.class, arguments);
  }
}
