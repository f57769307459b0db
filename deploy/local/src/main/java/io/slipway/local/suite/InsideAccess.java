package io.slipway.local.suite;

import io.slipway.embedded.KafkaBroker;
import io.slipway.embedded.PostgresServer;
import io.slipway.local.state.DataDirectory;
import java.util.Map;

/**
 * How to reach the parts of a running suite behind the edge, for whoever may read its data
 * directory: the bench, chaos, and the operator's commands.
 */
public record InsideAccess(DataDirectory data, int edge) {

  /** What a client of the broker's super user needs. */
  public Map<String, Object> kafkaAdmin() {
    return new KafkaBroker(data.kafka(), addresses().kafka()).adminProperties();
  }

  /** The database, reached as {@link #databaseUser}. */
  public String jdbcUrl() {
    return postgres().jdbcUrl();
  }

  public String databaseUser() {
    return PostgresServer.SUPERUSER;
  }

  public String databasePassword() {
    return postgres().superuserPassword();
  }

  /** The registry, as services are told it. */
  public String registryUrl() {
    return "http://127.0.0.1:%d/apis/registry/v3".formatted(addresses().registry().api());
  }

  /** The address of a service itself, behind the edge. */
  public String url(Service service) {
    return addresses().url(service);
  }

  private PostgresServer postgres() {
    return new PostgresServer(data.postgres(), addresses().postgres());
  }

  private Addresses addresses() {
    return Addresses.of(data, edge);
  }
}
