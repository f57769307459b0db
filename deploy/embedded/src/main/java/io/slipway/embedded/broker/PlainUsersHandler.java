package io.slipway.embedded.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.plain.PlainAuthenticateCallback;
import org.jspecify.annotations.Nullable;

/**
 * Checks SASL/PLAIN passwords on the agents' listener against a {@link PlainUsers} file, which may
 * change while the broker runs.
 *
 * <p>The file is named by the option {@code usersFile} of the listener's login module.
 */
public final class PlainUsersHandler implements AuthenticateCallbackHandler {

  private @Nullable PlainUsers users;

  @Override
  public void configure(
      Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
    users =
        entries.stream()
            .map(entry -> entry.getOptions().get("usersFile"))
            .filter(String.class::isInstance)
            .map(file -> new PlainUsers(Path.of((String) file)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no usersFile in the JAAS options"));
  }

  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    String user = null;
    for (var callback : callbacks) {
      switch (callback) {
        case NameCallback name -> user = name.getDefaultName();
        case PlainAuthenticateCallback asked ->
            asked.authenticated(matches(user, asked.password()));
        default -> throw new UnsupportedCallbackException(callback);
      }
    }
  }

  private boolean matches(@Nullable String user, char[] password) {
    return users != null && user != null && users.matches(user, password);
  }

  @Override
  public void close() {}
}
