package io.slipway.bench.suite;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to reach a running suite; whoever started it knows.
 *
 * @param apiUrl the public address, without a slash at the end
 * @param organization the organisation to work in
 * @param kafkaAdmin what a client of the broker's super user needs, on the services' listener
 * @param database the suite's database, as a role that may make a schema in it
 * @param registryUrl the schema registry, as services are told it
 * @param data the data directory of a local suite: pid files and ports
 */
public record SuiteAccess(
    String apiUrl,
    OrganizationAccess organization,
    Map<String, Object> kafkaAdmin,
    DatabaseAccess database,
    String registryUrl,
    Path data) {

  public SuiteAccess {
    kafkaAdmin = Map.copyOf(kafkaAdmin);
    data = data.toAbsolutePath().normalize();
  }

  /** The same suite, in another organisation. */
  public SuiteAccess in(OrganizationAccess other) {
    return new SuiteAccess(apiUrl, other, kafkaAdmin, database, registryUrl, data);
  }

  /** Without passwords, so that it may be printed. */
  @Override
  public String toString() {
    return "the suite at " + apiUrl + ", organisation " + organization.id();
  }
}
