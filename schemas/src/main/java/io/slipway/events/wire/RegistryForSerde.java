package io.slipway.events.wire;

import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import java.util.List;
import java.util.Set;

/**
 * Lets Apicurio's serde talk to any Confluent-compatible registry, with time limits and exceptions
 * of ours.
 *
 * <p>Only what the serde asks in our configuration is answered: ids by content, and content by id.
 * Our schemas never refer to others, so there are no references; and registering is not a matter
 * for services.
 */
final class RegistryForSerde implements RegistryClientFacade {

  private final ConfluentRegistry registry;

  RegistryForSerde(ConfluentRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<RegistryVersionCoordinates> searchVersionsByContent(
      String schema, String artifactType, ArtifactReference reference, boolean canonical) {
    var subject = reference.getArtifactId();
    long id =
        registry
            .idOf(subject, schema)
            .orElseThrow(
                () ->
                    new RegistryUnavailable(
                        "the registry does not hold today's schema for subject "
                            + subject
                            + "; it will once schemas are registered"));
    return List.of(RegistryVersionCoordinates.create(id, id, null, subject, null));
  }

  @Override
  public String getSchemaByContentId(Long id) {
    return registry
        .schema(id)
        .orElseThrow(() -> new UndecodableEvent("the registry knows no schema with id " + id));
  }

  @Override
  public List<RegistryArtifactReference> getReferencesByContentId(long id) {
    return List.of();
  }

  @Override
  public Object getClient() {
    return registry;
  }

  @Override
  public String getSchemaByGlobalId(long id, boolean dereferenced) {
    throw neverAsked();
  }

  @Override
  public String getSchemaByGAV(String group, String artifact, String version) {
    throw neverAsked();
  }

  @Override
  public String getSchemaByContentHash(String hash) {
    throw neverAsked();
  }

  @Override
  public List<RegistryArtifactReference> getReferencesByGlobalId(long id) {
    throw neverAsked();
  }

  @Override
  public List<RegistryArtifactReference> getReferencesByGAV(
      String group, String artifact, String version) {
    throw neverAsked();
  }

  @Override
  public List<RegistryArtifactReference> getReferencesByContentHash(String hash) {
    throw neverAsked();
  }

  @Override
  public RegistryVersionCoordinates createSchema(
      String artifactType,
      String group,
      String artifact,
      String version,
      String ifExists,
      boolean canonical,
      String schema,
      Set<RegistryArtifactReference> references) {
    throw neverAsked();
  }

  @Override
  public RegistryVersionCoordinates getVersionCoordinatesByGAV(
      String group, String artifact, String version) {
    throw neverAsked();
  }

  private static UnsupportedOperationException neverAsked() {
    return new UnsupportedOperationException("the serde was configured never to ask for this");
  }
}
