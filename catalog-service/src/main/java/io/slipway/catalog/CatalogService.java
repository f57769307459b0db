package io.slipway.catalog;

import io.slipway.chassis.Chassis;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Keeps blueprints and entities. */
@SpringBootApplication
@Import(Chassis.class)
public class CatalogService {
  public static void main(String[] arguments) {
    SpringApplication.run(CatalogService.class, arguments);
  }
}
