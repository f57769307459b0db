package io.slipway.orchestrator.run;

import io.slipway.chassis.outbox.Saying;
import io.slipway.orchestrator.run.Questions.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to others in the breath of the change. */
public interface Announcements {

  /**
   * What others need to know of a step.
   *
   * @param question kept with it, where the step asks for approval
   */
  record Announced(List<Saying> sayings, @Nullable Question question) {}

  /** What others need to know of these events. */
  Announced of(List<RunEvent> events);
}
