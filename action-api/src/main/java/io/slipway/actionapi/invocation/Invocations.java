package io.slipway.actionapi.invocation;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Where accepted invocations are kept. */
public interface Invocations {

  /**
   * By which a repeated wish is known; an empty key makes every wish a new one.
   *
   * @param principal who really made the call
   * @param bodyHash tells the same wish from another one under the same key
   */
  record Key(String key, String principal, byte[] bodyHash) {}

  /** What came of keeping one. */
  sealed interface Kept {
    /** It is new. */
    record New() implements Kept {}

    /** The same was asked before; this was the answer. */
    record Before(JsonNode run) implements Kept {}

    /** Something else was asked under this key. */
    record KeyUsed() implements Kept {}
  }

  /** Keeps it together with what is said of it, all or nothing. */
  Mono<Kept> keep(Invocation invocation, Key key, Said said, JsonNode run);

  /** What was said of the invocation that begins this run. */
  Mono<Said> said(String organization, String runId);

  /** The run as it was answered, while nobody has confirmed that it began. */
  Mono<JsonNode> unconfirmedRun(String organization, String runId);

  /** What was said of the newest that nobody has confirmed. */
  Mono<List<Said>> unconfirmed(String organization, int most);

  /** These runs have begun. */
  Mono<Void> confirm(String organization, Collection<String> runIds);

  /** Forgets what was confirmed a month ago; how many. */
  Mono<Long> sweep();
}
