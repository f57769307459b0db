package io.slipway.notifier.organization;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where organisations are kept. An id is never given twice. */
public interface Organizations {

  /** Makes or changes one; false when it was erased before. */
  Mono<Boolean> settle(String organization, String name, @Nullable String publicUrl);

  /** Erases what is kept of one, and remembers that it is gone. */
  Mono<Void> erase(String organization);

  /** Where its people find the console, without a slash at the end. */
  Mono<String> publicUrl(String organization);
}
