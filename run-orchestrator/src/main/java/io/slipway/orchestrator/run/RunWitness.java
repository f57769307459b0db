package io.slipway.orchestrator.run;

import java.util.List;

/** Whoever wants to know what happened to runs, once it has been committed on this replica. */
public interface RunWitness {

  /** Called after the commit; must not block. */
  void saw(RunId id, List<RunEvent> events);
}
