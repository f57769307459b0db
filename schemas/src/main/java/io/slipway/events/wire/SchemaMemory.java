package io.slipway.events.wire;

import io.apicurio.registry.resolver.ParsedSchemaImpl;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.SchemaParser;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.data.SerdeMetadata;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which schema has which id, asked of the registry once and remembered for ever, since an id never
 * changes its meaning. Only what the registry knew is remembered.
 *
 * <p>It stands where the serde's own resolver would. That one speaks Apicurio's API only, has no
 * time limit, writes an error with its whole stack for each attempt, and wraps exceptions until
 * nobody can tell them apart.
 */
final class SchemaMemory implements SchemaResolver<Schema, SpecificRecord> {

  private final ConfluentRegistry registry;
  private final Map<String, SchemaLookupResult<Schema>> bySubject = new ConcurrentHashMap<>();
  private final Map<Long, SchemaLookupResult<Schema>> byId = new ConcurrentHashMap<>();

  SchemaMemory(ConfluentRegistry registry) {
    this.registry = registry;
  }

  @Override
  public SchemaLookupResult<Schema> resolveSchema(Record<SpecificRecord> event) {
    var topic = ((SerdeMetadata) event.metadata()).getTopic();
    return written(topic + "-value", event.payload().getSchema());
  }

  /** Today's schema of this subject, with its id. */
  SchemaLookupResult<Schema> written(String subject, Schema schema) {
    var known = bySubject.get(subject);
    if (known != null) {
      return known;
    }
    var id =
        registry
            .idOf(subject, schema.toString())
            .orElseThrow(
                () ->
                    new RegistryUnavailable(
                        "the registry does not hold today's schema for subject "
                            + subject
                            + "; it will once schemas are registered"));
    var learned = remember(id, schema);
    bySubject.put(subject, learned);
    return learned;
  }

  @Override
  public SchemaLookupResult<Schema> resolveSchemaByArtifactReference(ArtifactReference reference) {
    long id = reference.getContentId();
    var known = byId.get(id);
    return known != null ? known : remember(id, fetched(id));
  }

  private Schema fetched(long id) {
    var schema =
        registry
            .schema(id)
            .orElseThrow(() -> new UndecodableEvent("the registry knows no schema with id " + id));
    return new Schema.Parser().parse(schema);
  }

  /**
   * The first to be remembered under an id stays, so that there is one reader for it and not many.
   */
  private SchemaLookupResult<Schema> remember(long id, Schema schema) {
    var parsed = new ParsedSchemaImpl<Schema>().setParsedSchema(schema);
    var result = SchemaLookupResult.<Schema>builder().contentId(id).parsedSchema(parsed).build();
    var earlier = byId.putIfAbsent(id, result);
    return earlier != null ? earlier : result;
  }

  @Override
  public SchemaParser<Schema, SpecificRecord> getSchemaParser() {
    throw new UnsupportedOperationException("schemas are parsed here");
  }

  @Override
  public void setClientFacade(RegistryClientFacade facade) {
    throw new UnsupportedOperationException("the registry is asked in Confluent's API");
  }

  @Override
  public void setArtifactResolverStrategy(
      ArtifactReferenceResolverStrategy<Schema, SpecificRecord> strategy) {
    throw new UnsupportedOperationException("the subject is always that of the topic's value");
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("an id never changes its meaning");
  }

  @Override
  public void close() {}
}
