package io.slipway.chassis.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressesTest {
  private static final OutboundAddresses STRICT = addresses(false);
  private static final OutboundAddresses LENIENT = addresses(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/x",
        "http://127.1/x",
        "http://2130706433/x",
        "http://0/x",
        "http://10.1.2.3/x",
        "http://172.16.0.1/x",
        "http://192.168.1.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/x",
        "http://0.0.0.0/x",
        "http://224.0.0.1/x",
        "http://255.255.255.255/x",
        "http://[::1]/x",
        "http://[::]/x",
        "http://[fd00::1]/x",
        "http://[fe80::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://user:password@127.0.0.1/x"
      })
  void callsNoAddressInsideANetwork(String url) {
    assertThat(STRICT.check(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/x",
        "file:///etc/passwd",
        "gopher://example.com/",
        "javascript:alert(1)",
        "//example.com/x",
        "http:///x",
        "not a url",
        "http://exa mple.com/"
      })
  void callsNothingThatIsNoHttp(String url) {
    assertThat(STRICT.check(url)).isEmpty();
    assertThat(LENIENT.check(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/x?y=z", "http://8.8.8.8:8080/x", "HTTPS://a.example"})
  void callsTheRestOfTheWorld(String url) {
    assertThat(STRICT.check(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/x", "http://[::1]:9/x", "http://10.0.0.1/x"})
  void callsPrivateNetworksWhereThatIsAllowed(String url) {
    assertThat(LENIENT.check(url)).isPresent();
  }

  private static OutboundAddresses addresses(boolean allowPrivate) {
    return OutboundAddresses.of(
        new OutboundSettings(allowPrivate, Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }
}
