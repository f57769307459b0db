package io.slipway.chassis.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The client for addresses that users chose. It reaches no private network and not this machine,
 * unless that is allowed, and follows no redirects: they lead where nobody allowed us to go.
 */
public final class OutboundHttp {
  /** What to tell whoever chose an address that may not be called. */
  public static final String NOT_ALLOWED =
      "the address is inside a private network; slipway.outbound.allow-private would allow it";

  private static final Logger log = LoggerFactory.getLogger(OutboundHttp.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final OutboundAddresses addresses;
  private final WebClient client;
  private final Duration patience;

  public OutboundHttp(OutboundSettings settings) {
    if (settings.allowPrivate()) {
      log.warn("calls may reach private networks and this machine: slipway.outbound.allow-private");
    }
    this.addresses = OutboundAddresses.of(settings);
    this.patience = settings.connect().plus(settings.read());
    var client =
        HttpClientSettings.defaults()
            .withRedirects(HttpRedirects.DONT_FOLLOW)
            .withTimeouts(settings.connect(), settings.read())
            .withInetAddressFilter(addresses.filter());
    this.client =
        WebClient.builder()
            .clientConnector(ClientHttpConnectorBuilder.reactor().build(client))
            .build();
  }

  /** The address to call, or nothing when it is none of ours to call. */
  public Optional<URI> check(String url) {
    return addresses.check(url);
  }

  /** Judges names when it connects; an address has to be checked before. */
  public WebClient client() {
    return client;
  }

  /** How long a whole call may take. */
  public Duration patience() {
    return patience;
  }

  /** True when a call failed because its name leads to where nobody may call. */
  public static boolean isNotAllowed(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FilteredHostException) {
        return true;
      }
    }
    return false;
  }

  /** What a {@code Retry-After} in seconds asks for, an hour at most; null when it asks nothing. */
  public static @Nullable Duration retryAfter(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("[0-9]{1,6}")) {
      return null;
    }
    var wait = Duration.ofSeconds(Long.parseLong(seconds));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
