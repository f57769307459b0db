package io.slipway.orchestrator.run;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a signal does to a run. */
public sealed interface Step {

  /** The run after it. */
  Run run();

  /** The run took note of the signal; the events are what is to be kept and said of it. */
  record Moved(Run run, List<RunEvent> events) implements Step {
    public Moved {
      events = List.copyOf(events);
    }

    /** With one more event, about the run after it. */
    Moved and(Function<Run, RunEvent> event) {
      return then(new Moved(run, List.of(event.apply(run))));
    }

    /** This, and at once another that begins where this one ends. */
    public Moved then(Moved next) {
      return new Moved(next.run, Stream.concat(events.stream(), next.events.stream()).toList());
    }
  }

  /**
   * The signal came too late, too early or twice: normal on Kafka, and no error.
   *
   * @param why a sentence for whoever sent it
   */
  record Unmoved(Run run, String why) implements Step {}
}
