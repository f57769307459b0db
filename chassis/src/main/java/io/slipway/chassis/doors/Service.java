package io.slipway.chassis.doors;

/** The five services, by the name that each has as consumer group, issuer and audience. */
public enum Service {
  ACTION_API("action-api"),
  RUN_ORCHESTRATOR("run-orchestrator"),
  APPROVAL_SERVICE("approval-service"),
  NOTIFIER("notifier"),
  CATALOG_SERVICE("catalog-service");

  private final String id;

  Service(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
