package io.slipway.demo.agent;

import java.util.Map;

/** Reports by HTTP: answered, and so refused in words when there is something to refuse. */
final class HttpReport implements RunReport {

  private final SlipwayApi api;
  private final String path;

  HttpReport(SlipwayApi api, String runId) {
    this.api = api;
    this.path = "/v1/actions/runs/" + runId;
  }

  @Override
  public void log(String line) throws InterruptedException {
    api.post(path + "/logs", Map.of("message", line)).expect("A log line was not taken");
  }

  @Override
  public void update(Map<String, ?> changes) throws InterruptedException {
    api.patch(path, changes).expect("A report was not taken");
  }
}
