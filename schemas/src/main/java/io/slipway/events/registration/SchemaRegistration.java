package io.slipway.events.registration;

import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.wire.ConfluentRegistry;
import io.slipway.events.wire.RegistryAddress;
import io.slipway.events.wire.RegistryUnavailable;
import io.slipway.events.wire.SchemaRefused;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the schema of every event under the subject of its topic, and has the registry refuse
 * whatever would break a reader of any version, older or newer. Doing it again changes nothing.
 */
public final class SchemaRegistration {

  /** Old readers read new records and new readers old ones, whichever versions they are. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private final ConfluentRegistry registry;
  private final Topics topics;

  public SchemaRegistration(RegistryAddress registry, Topics topics) {
    this.registry = new ConfluentRegistry(registry);
    this.topics = topics;
  }

  /** A schema that the registry now holds. */
  public record Registered(String subject, int id) {}

  /**
   * @throws SchemaRefused naming the subject and all that clashes; subjects before it are
   *     registered
   * @throws RegistryUnavailable if the registry cannot be asked
   */
  public List<Registered> registerAll() {
    return topics.events().stream().map(this::register).toList();
  }

  private Registered register(Topic<? extends SpecificRecord> topic) {
    var schema = SpecificData.get().getSchema(topic.record().orElseThrow());
    var subject = Topics.subject(topic);
    registry.demand(subject, COMPATIBILITY);
    try {
      return new Registered(subject, registry.register(subject, schema.toString()));
    } catch (SchemaRefused refused) {
      throw refused.incompatible() ? explained(refused, schema) : refused;
    }
  }

  /**
   * Registries say little about what clashes and each says it differently, so we look ourselves.
   */
  private SchemaRefused explained(SchemaRefused refused, Schema today) {
    var clashes =
        registry.versions(refused.subject()).stream()
            .flatMap(
                version -> {
                  var before = new Schema.Parser().parse(version.schema());
                  return Incompatibility.between(before, today).stream()
                      .map(clash -> "with version " + version.number() + ": " + clash);
                })
            .toList();
    return clashes.isEmpty()
        ? refused
        : new SchemaRefused(refused.subject(), true, String.join("; ", clashes));
  }

  /**
   * Arguments: the address of an Apicurio registry, and the prefix of topics where it is not the
   * default.
   */
  public static void main(String... arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: SchemaRegistration <registry base URL> [topics prefix]");
      System.exit(2);
    }
    var topics = arguments.length == 2 ? new Topics(arguments[1]) : new Topics();
    try {
      new SchemaRegistration(RegistryAddress.apicurio(arguments[0]), topics)
          .registerAll()
          .forEach(done -> System.out.println(done.subject() + " has id " + done.id()));
    } catch (SchemaRefused | RegistryUnavailable e) {
      System.err.println("Schemas could not be registered: " + e.getMessage());
      System.exit(1);
    }
  }
}
