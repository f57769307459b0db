package io.slipway.actionapi.invocation;

/** Puts an invocation into the words that others understand. */
public interface Announcements {

  /** The event that says that this was asked for. */
  Said of(Invocation invocation);
}
