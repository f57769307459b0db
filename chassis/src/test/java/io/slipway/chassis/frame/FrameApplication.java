package io.slipway.chassis.frame;

import io.slipway.chassis.Chassis;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.events.wiring.EventsWiring;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The frame with nothing on it: what a service is before it is about anything. */
@SpringBootApplication
@Import({Chassis.class, EventsWiring.class})
public class FrameApplication {

  /** Starts it in this JVM, in a database schema of its own choice. */
  public static ConfigurableApplicationContext start(
      TestHouse house, String schema, Map<String, Object> more, Class<?>... beans) {
    var properties = house.properties("frame", schema);
    properties.put("spring.config.import", "classpath:chassis.properties");
    properties.putAll(more);
    var sources = new Class<?>[beans.length + 1];
    sources[0] = FrameApplication.class;
    System.arraycopy(beans, 0, sources, 1, beans.length);
    return new SpringApplicationBuilder(sources).properties(properties).run();
  }

  /** Starts it in a process of its own; everything is told on the command line. */
  public static void main(String[] arguments) {
    SpringApplication.run(new Class<?>[] {FrameApplication.class, Victim.class}, arguments);
  }
}
