package io.slipway.chassis.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Which addresses may be called. Names are judged by the client, after they were resolved and when
 * it connects, so that a name cannot change its mind in between; a literal address is never
 * resolved, and is judged here.
 */
final class OutboundAddresses {
  private final InetAddressFilter filter;

  OutboundAddresses(InetAddressFilter filter) {
    this.filter = filter;
  }

  static OutboundAddresses of(OutboundSettings settings) {
    return new OutboundAddresses(
        settings.allowPrivate() ? InetAddressFilter.all() : InetAddressFilter.externalAddresses());
  }

  InetAddressFilter filter() {
    return filter;
  }

  /** The address to call, or nothing when it is none of ours to call. */
  Optional<URI> check(String url) {
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      var host = uri.getHost();
      if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
        return Optional.empty();
      }
      return isLiteral(host) && !filter.matches(InetAddress.getByName(bare(host)))
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException | UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  /** Only digits, dots and hexadecimal: nothing that a name server would be asked about. */
  private static boolean isLiteral(String host) {
    return host.startsWith("[") || host.matches("(?i)[0-9.]+|0x[0-9a-f.x]+");
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
