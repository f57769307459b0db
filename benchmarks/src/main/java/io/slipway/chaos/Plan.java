package io.slipway.chaos;

/** What is to become of a run, decided before it is asked for. */
enum Plan {
  /** Needs nobody; its agent reports success. */
  PLAIN("SUCCESS"),
  /** Needs approval and gets it; its agent reports success. */
  APPROVED("SUCCESS"),
  /** Needs approval and is declined; no agent ever hears of it. */
  DECLINED("DECLINED");

  private final String end;

  Plan(String end) {
    this.end = end;
  }

  /** The status with which it ends if everything is right. */
  String end() {
    return end;
  }

  boolean asks() {
    return this != PLAIN;
  }

  /** What the driver votes; only where somebody is asked. */
  String vote() {
    return this == DECLINED ? "DECLINE" : "APPROVE";
  }
}
