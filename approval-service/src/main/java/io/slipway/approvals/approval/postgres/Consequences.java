package io.slipway.approvals.approval.postgres;

import io.slipway.approvals.approval.Announcements;
import io.slipway.approvals.approval.Change;
import io.slipway.approvals.approval.Step;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows from a step in the same transaction: what is said of it, and its audit. */
@Component
class Consequences {
  private final Announcements announcements;
  private final Outbox outbox;
  private final AuditTrail audit;

  Consequences(Announcements announcements, Outbox outbox, AuditTrail audit) {
    this.announcements = announcements;
    this.outbox = outbox;
    this.audit = audit;
  }

  Mono<List<Saying>> of(Change change) {
    var said = sayings(change.step());
    var entry = change.audit();
    return outbox
        .say(said)
        .then(entry == null ? Mono.empty() : audit.write(entry))
        .thenReturn(said);
  }

  private List<Saying> sayings(Step step) {
    return step.events().stream().map(event -> announcements.of(step.approval(), event)).toList();
  }
}
