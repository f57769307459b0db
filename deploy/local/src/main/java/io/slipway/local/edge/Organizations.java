package io.slipway.local.edge;

import io.slipway.local.Complaint;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Making organisations, as the operator who holds the suite's key. */
public final class Organizations {

  private static final String PATH = "/internal/organizations";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final String apiUrl;
  private final String kafkaBootstrap;
  private final String doorsKey;

  /**
   * @param kafkaBootstrap where agents find the broker; only this machine knows, so it is added to
   *     what the edge answers
   */
  public Organizations(String apiUrl, String kafkaBootstrap, String doorsKey) {
    this.apiUrl = apiUrl;
    this.kafkaBootstrap = kafkaBootstrap;
    this.doorsKey = doorsKey;
  }

  /** What has to be said to make one. */
  public record Wish(
      String id, String name, String adminEmail, String adminPassword, boolean probe) {

    /** One for people, with an Admin of its own. */
    public static Wish of(String id) {
      return new Wish(id, id, "admin@" + domain(id), Credentials.letters(24), false);
    }

    private static String domain(String id) {
      return id.toLowerCase(Locale.ROOT).replace('_', '-') + ".slipway.local";
    }

    Wish forProbing() {
      return new Wish(id, "Slipway's own probe", adminEmail, adminPassword, true);
    }
  }

  public String apiUrl() {
    return apiUrl;
  }

  /** Its state, if there is such an organisation. */
  public Optional<String> state(String id) {
    try (var edge = new Edge(apiUrl)) {
      var answer = edge.get(PATH + "/" + id, token());
      return answer.ok() ? Optional.of(answer.body().path("state").asString("")) : Optional.empty();
    }
  }

  /** The same credentials with the addresses of today. */
  Credentials located(Credentials credentials) {
    return credentials.at(apiUrl, kafkaBootstrap);
  }

  /** Asks for one, and answers how to use it once it is active. */
  public Credentials create(Wish wish) {
    var body =
        Map.of(
            "id", wish.id(),
            "name", wish.name(),
            "adminEmail", wish.adminEmail(),
            "adminPassword", wish.adminPassword(),
            "probe", wish.probe());
    try (var edge = new Edge(apiUrl)) {
      var answer = edge.post(PATH, token(), body);
      if (!answer.ok()) {
        throw new Complaint(
            "The organisation %s was not made: %s".formatted(wish.id(), answer.said()));
      }
      return located(Json.MAPPER.treeToValue(answer.body(), Credentials.class));
    }
  }

  /** Waits until it can be used. */
  public void awaitActive(String id, Duration patience) {
    var end = Instant.now().plus(patience);
    var last = "unknown";
    while (Instant.now().isBefore(end)) {
      last = state(id).orElse("unknown");
      if (last.equals("ACTIVE")) {
        return;
      }
      rest();
    }
    throw new Complaint(
        "The organisation %s was not made within %d s; its state is %s. See the log of action-api."
            .formatted(id, patience.toSeconds(), last));
  }

  private String token() {
    return DoorToken.operator(doorsKey, Instant.now());
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
