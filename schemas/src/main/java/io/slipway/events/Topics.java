package io.slipway.events;

import io.slipway.events.Topic.Key;
import io.slipway.events.Topic.Retention;
import io.slipway.events.Topic.Value;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic, each named once.
 *
 * <p>The constants are paths behind the prefix, for places that need a compile-time constant:
 * {@code "${slipway.topics.prefix:slipway.}" + Topics.ACTION_INVOKED}. Everything else asks an
 * instance. Topics of an organization carry its id and no prefix, since their names are part of the
 * customers' contract.
 */
public record Topics(String prefix, int partitions, int organizationPartitions) {

  public static final String DEFAULT_PREFIX = "slipway.";
  public static final int DEFAULT_PARTITIONS = 12;

  /**
   * An agent that scales out needs a partition for each of its instances; few need more than three.
   */
  public static final int DEFAULT_ORGANIZATION_PARTITIONS = 3;

  public static final String ACTION_INVOKED = "action.invoked.v1";
  public static final String RUN_STATUS_CHANGED = "run.status-changed.v1";
  public static final String APPROVAL_REQUESTED = "approval.requested.v1";
  public static final String APPROVAL_DECIDED = "approval.decided.v1";
  public static final String RUN_DISPATCHED = "run.dispatched.v1";
  public static final String ENTITY_CHANGED = "entity.changed.v1";
  public static final String BLUEPRINT_CHANGED = "blueprint.changed.v1";
  public static final String ORGANIZATION_CHANGED = "organization.changed.v1";

  /**
   * Shorter than the eight days for which an inbox remembers, so that what is read again is always
   * recognized.
   */
  private static final Retention A_WEEK = new Retention.For(Duration.ofDays(7));

  public Topics {
    if (!prefix.isEmpty() && !prefix.endsWith(".")) {
      throw new IllegalArgumentException(
          "slipway.topics.prefix must end with a dot, and '" + prefix + "' does not");
    }
  }

  /** The given prefix, with as many partitions as we recommend. */
  public Topics(String prefix) {
    this(prefix, DEFAULT_PARTITIONS, DEFAULT_ORGANIZATION_PARTITIONS);
  }

  /** The default prefix, with as many partitions as we recommend. */
  public Topics() {
    this(DEFAULT_PREFIX);
  }

  public Topic<ActionInvoked> actionInvoked() {
    return event(ACTION_INVOKED, Key.RUN_ID, ActionInvoked.class);
  }

  public Topic<RunStatusChanged> runStatusChanged() {
    return event(RUN_STATUS_CHANGED, Key.RUN_ID, RunStatusChanged.class);
  }

  public Topic<ApprovalRequested> approvalRequested() {
    return event(APPROVAL_REQUESTED, Key.RUN_ID, ApprovalRequested.class);
  }

  public Topic<ApprovalDecided> approvalDecided() {
    return event(APPROVAL_DECIDED, Key.RUN_ID, ApprovalDecided.class);
  }

  public Topic<RunDispatched> runDispatched() {
    return event(RUN_DISPATCHED, Key.RUN_ID, RunDispatched.class);
  }

  public Topic<EntityChanged> entityChanged() {
    return event(ENTITY_CHANGED, Key.ENTITY_ID, EntityChanged.class);
  }

  public Topic<BlueprintChanged> blueprintChanged() {
    return event(BLUEPRINT_CHANGED, Key.BLUEPRINT_ID, BlueprintChanged.class);
  }

  public Topic<OrganizationChanged> organizationChanged() {
    return event(ORGANIZATION_CHANGED, Key.ORGANIZATION_ID, OrganizationChanged.class);
  }

  /**
   * Where the relay of a service notes which batch went out last, so that it knows after a crash.
   * One for each, since an open transaction of another would hide the end of a shared one. The
   * relay makes it, and nobody else reads it.
   */
  public Topic<SpecificRecord> relayCursor(String service) {
    var name = prefix + "relay-cursor." + service + ".v1";
    return new Topic<>(name, Key.OF_THE_RELAY, new Value.Opaque(), 1, new Retention.Newest());
  }

  /**
   * The topics that carry events, in the order in which a run meets them. Those of an organization
   * are made together with it, those of relays by the relays.
   */
  public List<Topic<? extends SpecificRecord>> events() {
    return List.of(
        actionInvoked(),
        runStatusChanged(),
        approvalRequested(),
        approvalDecided(),
        runDispatched(),
        entityChanged(),
        blueprintChanged(),
        organizationChanged());
  }

  /**
   * The topics of one organization: what its agents read, its change log, and what its agents
   * report.
   */
  public List<Topic<SpecificRecord>> ofOrganization(String organization) {
    return List.of(
        json(runs(organization), Key.RUN_ID),
        json(changeLog(organization), Key.ENTITY_ID),
        json(reports(organization), Key.RUN_ID));
  }

  /**
   * Where what this group cannot handle of that topic goes; as many partitions, so that order
   * survives.
   */
  public Topic<SpecificRecord> deadLettersOf(Topic<?> source, String group) {
    return new Topic<>(
        deadLetters(source.name(), group),
        Key.AS_ITS_SOURCE,
        new Value.AsItsSource(),
        source.partitions(),
        new Retention.Forever());
  }

  /** The name under which the registry keeps the schemas of a topic's values. */
  public static String subject(Topic<?> topic) {
    return topic.name() + "-value";
  }

  public static String runs(String organization) {
    return organization + ".runs";
  }

  public static String changeLog(String organization) {
    return organization + ".change.log";
  }

  public static String reports(String organization) {
    return organization + ".reports";
  }

  public static String deadLetters(String topic, String group) {
    return topic + "." + group + ".dlt";
  }

  private <T extends SpecificRecord> Topic<T> event(String path, Key key, Class<T> type) {
    return new Topic<>(prefix + path, key, new Value.Event<>(type), partitions, A_WEEK);
  }

  private Topic<SpecificRecord> json(String name, Key key) {
    return new Topic<>(name, key, new Value.Json(), organizationPartitions, A_WEEK);
  }
}
