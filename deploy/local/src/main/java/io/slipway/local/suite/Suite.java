package io.slipway.local.suite;

import io.slipway.embedded.KafkaBroker;
import io.slipway.embedded.Part;
import io.slipway.embedded.PostgresServer;
import io.slipway.embedded.SchemaRegistry;
import io.slipway.events.registration.SchemaRegistration;
import io.slipway.events.wire.RegistryAddress;
import io.slipway.local.edge.Organizations;
import io.slipway.local.edge.Probe;
import io.slipway.local.state.Claim;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.DataDirectory;
import io.slipway.local.state.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole suite: {@link #start} reads as the list of what happens, each step looking before it
 * acts.
 */
public final class Suite {

  private static final Duration GRACE = Duration.ofSeconds(25);
  private static final Duration MAKING_AN_ORGANISATION = Duration.ofSeconds(90);

  private final DataDirectory data;
  private final Claim claim;
  private final Plan plan;
  private final Progress progress;
  private final Keeper keeper;
  private final List<Part> parts = new ArrayList<>();
  private boolean stopping;

  /**
   * How it shall run.
   *
   * @param services false starts only what the services stand on, for working on a service in an
   *     editor
   */
  public record Plan(int port, @Nullable Smtp smtp, boolean services) {}

  public Suite(DataDirectory data, Claim claim, Plan plan, Progress progress) {
    this.data = data;
    this.claim = claim;
    this.plan = plan;
    this.progress = progress;
    this.keeper = new Keeper(progress);
  }

  public void start() {
    progress.step("data", this::clean);
    var addresses = Addresses.of(data, plan.port());
    progress.step("secrets", () -> secrets(addresses));
    var postgres = new PostgresServer(data.postgres(), addresses.postgres());
    var broker = new KafkaBroker(data.kafka(), addresses.kafka());
    var registry = new SchemaRegistry(data.registry(), addresses.registry(), postgres);
    progress.step("PostgreSQL", () -> started(postgres, "port " + addresses.postgres()));
    var registryStarts = inBackground(() -> started(registry, registry.url()));
    progress.step("broker", () -> started(broker, broker.agentsBootstrap() + " for agents"));
    progress.step("topics", () -> InternalTopics.ensure(broker) + " made");
    progress.step("registry", registryStarts::join);
    progress.step("schemas", () -> schemas(registry));
    if (plan.services()) {
      var told = new ServiceConfiguration(data, addresses, postgres, broker, registry, plan.smtp());
      progress.step("services", () -> services(told));
      progress.step("organisation", () -> firstOrganization(addresses));
      progress.step("probe", () -> probe(addresses));
    }
    List.copyOf(parts).forEach(keeper::keep);
  }

  private String clean() {
    var left = claim.endLeftovers(data);
    return left.isEmpty()
        ? data.root().toString()
        : "ended what a killed start left: " + String.join(", ", left);
  }

  private String secrets(Addresses addresses) {
    addresses.ports().requireFree(data, plan.port());
    new Secrets(data).ensure();
    var apiUrl = addresses.url(Service.ACTION_API);
    var kafka = addresses.agentsBootstrap();
    var kept = Credentials.read(data.credentials());
    var wanted =
        kept.map(known -> known.at(apiUrl, kafka))
            .orElseGet(() -> Credentials.invent(apiUrl, kafka));
    if (!kept.equals(Optional.of(wanted))) {
      wanted.write(data.credentials());
    }
    return data.credentials().toString();
  }

  private String schemas(SchemaRegistry registry) {
    var address = RegistryAddress.apicurio(registry.url());
    var registered = new SchemaRegistration(address, InternalTopics.TOPICS).registerAll();
    return registered.size() + " registered";
  }

  private String services(ServiceConfiguration told) {
    for (var service : Service.values()) {
      var password = new Secrets(data).databasePassword(service.id());
      told.postgres().ensureOwner(service.schema(), password);
    }
    var house = House.locate();
    var starting =
        Arrays.stream(Service.values())
            .map(service -> new ServicePart(service, house, told))
            .map(part -> inBackground(() -> started(part, part.name())))
            .toList();
    starting.forEach(CompletableFuture::join);
    return starting.size() + " ready";
  }

  private String firstOrganization(Addresses addresses) {
    var credentials = Credentials.read(data.credentials()).orElseThrow();
    organizations(addresses).awaitActive(credentials.orgId(), MAKING_AN_ORGANISATION);
    return credentials.orgId();
  }

  private String probe(Addresses addresses) {
    return new Probe(organizations(addresses), data.probe()).run();
  }

  private Organizations organizations(Addresses addresses) {
    return new Organizations(
        addresses.url(Service.ACTION_API),
        addresses.agentsBootstrap(),
        new Secrets(data).doorsKey());
  }

  private String started(Part part, String said) {
    synchronized (this) {
      if (stopping) {
        throw new IllegalStateException("stopping");
      }
      parts.add(part);
    }
    part.start();
    return said;
  }

  private static CompletableFuture<String> inBackground(Supplier<String> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  /** Whether it has been told to end; what fails from then on is no failure. */
  public synchronized boolean isStopping() {
    return stopping;
  }

  /**
   * Ends everything in reverse order: services finish what is in flight while what they stand on
   * still runs.
   */
  public void stop() {
    synchronized (this) {
      if (stopping) {
        return;
      }
      stopping = true;
    }
    keeper.stop();
    var services = parts.stream().filter(ServicePart.class::isInstance).toList();
    services.stream()
        .map(part -> CompletableFuture.runAsync(() -> part.stop(GRACE), Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
    var others = new ArrayList<>(parts);
    others.removeAll(services);
    others.reversed().forEach(part -> part.stop(GRACE));
    claim.close();
  }
}
