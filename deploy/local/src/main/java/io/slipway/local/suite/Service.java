package io.slipway.local.suite;

/** The five, in the order in which they are named everywhere. */
public enum Service {
  CATALOG_SERVICE("catalog-service", "io.slipway.catalog.CatalogService"),
  ACTION_API("action-api", "io.slipway.actionapi.ActionApi"),
  RUN_ORCHESTRATOR("run-orchestrator", "io.slipway.orchestrator.RunOrchestrator"),
  APPROVAL_SERVICE("approval-service", "io.slipway.approvals.ApprovalService"),
  NOTIFIER("notifier", "io.slipway.notifier.Notifier");

  private final String id;
  private final String mainClass;

  Service(String id, String mainClass) {
    this.id = id;
    this.mainClass = mainClass;
  }

  /** Its name for others: consumer group, issuer of tokens, log file. */
  public String id() {
    return id;
  }

  public String mainClass() {
    return mainClass;
  }

  /** Its PostgreSQL role and schema. */
  public String schema() {
    return id.replace('-', '_');
  }

  /** The name under which its health port is kept. */
  String managementPort() {
    return id + ".management";
  }
}
