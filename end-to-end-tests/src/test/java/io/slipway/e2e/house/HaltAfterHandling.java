package io.slipway.e2e.house;

import io.slipway.chassis.listening.ListeningObserver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * A listener that dies between its database commit and its offset commit: the process ends as by
 * {@code kill -9} the moment the first message on a topic has been handled.
 */
public class HaltAfterHandling {

  @Bean
  ListeningObserver halting(@Value("${halt.after.topic}") String topic) {
    return message -> {
      if (message.topic().endsWith(topic)) {
        Runtime.getRuntime().halt(137);
      }
    };
  }
}
