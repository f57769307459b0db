package io.slipway.approvals.approval;

import io.slipway.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/** A vote as it is handed in. */
public record Ballot(String runId, Caller caller, Verdict verdict, @Nullable String description) {

  RunRef run() {
    return new RunRef(caller.organization(), runId);
  }

  Party voter() {
    var kind =
        switch (caller.kind()) {
          case USER -> Party.Kind.USER;
          case SERVICE_ACCOUNT -> Party.Kind.SERVICE_ACCOUNT;
          case MACHINE -> Party.Kind.MACHINE;
          case SERVICE -> Party.Kind.SYSTEM;
        };
    return new Party(caller.principal(), caller.email(), kind, null);
  }
}
