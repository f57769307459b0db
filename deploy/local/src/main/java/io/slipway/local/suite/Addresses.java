package io.slipway.local.suite;

import io.slipway.embedded.KafkaBroker;
import io.slipway.embedded.SchemaRegistry;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.state.Ports;
import java.util.ArrayList;
import java.util.List;

/** Who listens where on loopback. */
record Addresses(int edge, Ports ports) {

  private static final String POSTGRES = "postgresql";
  private static final String BROKER = "kafka.internal";
  private static final String AGENTS = "kafka.agents";
  private static final String CONTROLLER = "kafka.controller";
  private static final String REGISTRY = "registry";
  private static final String REGISTRY_HEALTH = "registry.health";

  static Addresses of(DataDirectory data, int edge) {
    var names =
        new ArrayList<>(List.of(POSTGRES, BROKER, AGENTS, CONTROLLER, REGISTRY, REGISTRY_HEALTH));
    for (var service : Service.values()) {
      if (service != Service.ACTION_API) {
        names.add(service.id());
      }
      names.add(service.managementPort());
    }
    return new Addresses(edge, Ports.of(data, names));
  }

  int postgres() {
    return ports.of(POSTGRES);
  }

  KafkaBroker.Ports kafka() {
    return new KafkaBroker.Ports(ports.of(BROKER), ports.of(AGENTS), ports.of(CONTROLLER));
  }

  SchemaRegistry.Ports registry() {
    return new SchemaRegistry.Ports(ports.of(REGISTRY), ports.of(REGISTRY_HEALTH));
  }

  int port(Service service) {
    return service == Service.ACTION_API ? edge : ports.of(service.id());
  }

  int managementPort(Service service) {
    return ports.of(service.managementPort());
  }

  String url(Service service) {
    return "http://127.0.0.1:" + port(service);
  }

  String agentsBootstrap() {
    return "127.0.0.1:" + ports.of(AGENTS);
  }
}
