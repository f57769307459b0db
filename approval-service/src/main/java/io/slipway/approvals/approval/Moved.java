package io.slipway.approvals.approval;

import io.slipway.chassis.outbox.Saying;
import java.util.List;

/** A step that was kept, and what was said of it, in the same words in which it will be heard. */
public record Moved(Step step, List<Saying> said) {

  public Moved {
    said = List.copyOf(said);
  }
}
