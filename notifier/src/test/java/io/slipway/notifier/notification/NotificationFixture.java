package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and moves for tests. */
final class NotificationFixture {
  static final String CONSOLE = "https://slipway.example";
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  static final Requester ANN =
      new Requester("u1", "ann@x", Json.parse("{\"firstName\":\"Ann\",\"lastName\":\"Lee\"}"));
  static final Requester BOB = new Requester("u2", "bob@x", null);
  static final Watch WATCH =
      new Watch("org_1", "r_1", "u1", new Addressee("ann@x", "Ann Lee"), "Create database");

  private static final String RUN =
      """
      {"id":"r_1","status":"WAITING_FOR_APPROVAL",
       "action":{"identifier":"create_db","title":"Create database","icon":"Db"},
       "entity":{"identifier":"payments","title":"Payments"},
       "requiredApproval":{"type":"ANY"},"properties":{"size":5.0,"password":"****"}}
      """;

  private NotificationFixture() {}

  static AskedApproval asked(String inputs) {
    return asked(inputs, null, 0);
  }

  static AskedApproval asked(String inputs, @Nullable String how, int reminder) {
    var about = new AboutRun("org_1", "r_1", "Create database", Json.parse(RUN), AT);
    return new AskedApproval(
        about,
        ANN,
        List.of(new Addressee("bob@x", "Bob"), new Addressee("cy@x", null)),
        Json.parse(inputs),
        Json.parseOptional(how),
        reminder);
  }

  static RunMove move(boolean wasWaiting, RunMove.Status to, Requester by) {
    var run =
        """
        {"id":"r_1","entity":{"identifier":"payments","title":null},
         "approval":{"description":"budget is spent","userId":"u2","state":"DECLINED"}}
        """;
    return new RunMove("org_1", "r_1", wasWaiting, to, by, Json.parse(run), AT);
  }
}
