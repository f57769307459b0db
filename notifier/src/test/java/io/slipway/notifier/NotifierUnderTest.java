package io.slipway.notifier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.embedded.FreePorts;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalAsked;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.ApprovalRule;
import io.slipway.events.Person;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** The service on real ground, with its neighbours and a mail server that can go away. */
final class NotifierUnderTest implements BeforeAllCallback {
  static final TestHouse HOUSE = TestHouse.start();
  static final EventProbe PROBE = HOUSE.probe();
  static final Neighbours NEIGHBOURS = new Neighbours(HOUSE);
  static final Receiver RECEIVER = new Receiver();
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  private static final ServerSetup SMTP =
      new ServerSetup(FreePorts.take(1).getFirst(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
  private static final ConfigurableApplicationContext APPLICATION = start();
  private static GreenMail mailServer = started();

  private static ConfigurableApplicationContext start() {
    var schema = "notifier_" + Ids.random(8).toLowerCase(Locale.ROOT);
    var properties = HOUSE.properties(Notifier.NAME, schema);
    properties.put("slipway.doors.catalog-service", NEIGHBOURS.url());
    properties.put("slipway.doors.action-api", NEIGHBOURS.url());
    properties.put("slipway.doors.run-orchestrator", NEIGHBOURS.url());
    properties.put("spring.mail.host", "127.0.0.1");
    properties.put("spring.mail.port", SMTP.getPort());
    properties.put("slipway.outbound.allow-private", true);
    properties.put("slipway.delivery.first-pause", "100ms");
    properties.put("slipway.delivery.longest-pause", "400ms");
    properties.put("slipway.delivery.longest-mail-pause", "400ms");
    properties.put("slipway.delivery.look", "250ms");
    properties.put("slipway.public-url", "https://slipway.example/");
    var arguments = properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    return new SpringApplicationBuilder(Notifier.class).run(arguments.toArray(String[]::new));
  }

  /** Closes the service after the last test class, while the ground still stands. */
  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent("notifier", _ -> (AutoCloseable) NotifierUnderTest::close);
  }

  private static void close() {
    APPLICATION.close();
    mailServer.stop();
  }

  static <T> T bean(Class<T> type) {
    return APPLICATION.getBean(type);
  }

  static void mailServerGoesAway() {
    mailServer.stop();
  }

  static void mailServerComesBack() {
    mailServer = started();
  }

  private static GreenMail started() {
    var server = new GreenMail(SMTP);
    server.start();
    return server;
  }

  /** The letters that arrived for someone. */
  static List<MimeMessage> lettersTo(String email) {
    return Stream.of(mailServer.getReceivedMessages())
        .filter(letter -> isTo(letter, email))
        .toList();
  }

  private static boolean isTo(MimeMessage letter, String email) {
    try {
      return letter.getAllRecipients()[0].toString().equals(email);
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** How many deliveries about a run are in a state. */
  static long deliveries(String run, String state) {
    var count =
        bean(DatabaseClient.class)
            .sql("select count(*) from delivery where run_id = :run and state = :state")
            .bind("run", run)
            .bind("state", state)
            .mapValue(Long.class)
            .one()
            .block();
    return count == null ? 0 : count;
  }

  /** True when at least one attempt about a run has failed. */
  static boolean hasStumbled(String run) {
    return Boolean.TRUE.equals(
        bean(DatabaseClient.class)
            .sql("select count(*) > 0 from delivery where run_id = :run and reason <> ''")
            .bind("run", run)
            .mapValue(Boolean.class)
            .one()
            .block());
  }

  /** True while a run has to be told of what was given up. */
  static boolean isUntold(String run) {
    return Boolean.TRUE.equals(
        bean(DatabaseClient.class)
            .sql(
                "select count(*) > 0 from delivery where run_id = :run and tell_run_at is not null")
            .bind("run", run)
            .mapValue(Boolean.class)
            .one()
            .block());
  }

  static String newRun() {
    return Ids.withPrefix("r_");
  }

  static String anAddress() {
    return Ids.random(10).toLowerCase(Locale.ROOT) + "@example.com";
  }

  static ApprovalRequested requested(String organization, String run, String... people) {
    return requested(organization, run, (String) null, people);
  }

  static ApprovalRequested requested(String organization, String run, String how, String[] people) {
    return ApprovalRequested.newBuilder()
        .setApprovalId(Ids.withPrefix("apr_"))
        .setRunId(run)
        .setOrganization(organization)
        .setAt(AT)
        .setPeople(
            Stream.of(people).map(email -> Person.newBuilder().setEmail(email).build()).toList())
        .setApprovalNotificationJson(how)
        .setRunJson("{\"id\":\"%s\",\"action\":{\"identifier\":\"scale\"}}".formatted(run))
        .setActionTitle("Scale")
        .setRequester(person("requester@x"))
        .setInputsJson("{\"size\":3,\"password\":\"****\"}")
        .build();
  }

  static String says(ApprovalRequested event) {
    return PROBE.say(HOUSE.topics().approvalRequested(), event.getRunId(), event);
  }

  static String says(RunStatusChanged event) {
    return PROBE.say(HOUSE.topics().runStatusChanged(), event.getRunId(), event);
  }

  static RunStatusChanged waiting(String organization, String run, Actor requester) {
    var asked =
        ApprovalAsked.newBuilder()
            .setRule(ApprovalRule.ANY)
            .setPermissionsJson("{}")
            .setActionJson("{\"identifier\":\"scale\",\"title\":\"Scale\"}")
            .setInputsJson("{}")
            .setRequester(requester)
            .build();
    return change(organization, run, null, RunStatus.WAITING_FOR_APPROVAL, requester)
        .setApproval(asked)
        .build();
  }

  static RunStatusChanged moved(
      String organization, String run, RunStatus from, RunStatus to, Actor by) {
    return change(organization, run, from, to, by).build();
  }

  private static RunStatusChanged.Builder change(
      String organization, String run, RunStatus from, RunStatus to, Actor by) {
    return RunStatusChanged.newBuilder()
        .setRunId(run)
        .setOrganization(organization)
        .setVersion(1)
        .setFrom(from)
        .setTo(to)
        .setCause("Test")
        .setAt(AT)
        .setAfterJson("{\"id\":\"%s\",\"status\":\"%s\"}".formatted(run, to))
        .setBy(by);
  }

  static Actor person(String email) {
    return Actor.newBuilder()
        .setUserId("user-" + email)
        .setEmail(email)
        .setKind(ActorKind.USER)
        .build();
  }
}
