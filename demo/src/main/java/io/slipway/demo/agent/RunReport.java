package io.slipway.demo.agent;

import java.util.List;
import java.util.Map;

/** What an agent tells Slipway about one run. There are two ways to tell it: HTTP and a topic. */
public interface RunReport {

  /** One line of output, shown at once to everybody who watches the run. */
  void log(String line) throws InterruptedException;

  /** Changes of the run, named as {@code PATCH /v1/actions/runs/{id}} names them. */
  void update(Map<String, ?> changes) throws InterruptedException;

  /** Where the result is. */
  default void link(String url) throws InterruptedException {
    update(Map.of("link", List.of(url)));
  }

  /** It is done; nothing can be changed after this. */
  default void success(String label, String summary) throws InterruptedException {
    update(Map.of("status", "SUCCESS", "statusLabel", label, "summary", summary));
  }

  /** It is not going to be done; nothing can be changed after this. */
  default void failure(String label, String summary) throws InterruptedException {
    update(Map.of("status", "FAILURE", "statusLabel", label, "summary", summary));
  }
}
