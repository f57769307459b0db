package io.slipway.actionapi.organization;

import io.slipway.actionapi.access.Credential;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Where organisations are kept. */
public interface Organizations {

  /** What of an organisation's credentials can be had back. */
  record Kept(String clientId, String clientSecret, String kafkaPassword) {
    /** Without the secrets. */
    @Override
    public String toString() {
      return "Kept[" + clientId + "]";
    }
  }

  /** The organisation, in whatever state. */
  Mono<Organization> find(String id);

  /** Its standard credentials and its principal's password. */
  Mono<Kept> credentials(String id);

  /**
   * Adds the organisation, its standard credentials, the first Admin's password and the row by
   * which it is provisioned, all or nothing.
   *
   * @param passwordHash of the first Admin; empty when there is none
   * @return false when the id or the principal's name was given before
   */
  Mono<Boolean> found(
      Organization organization, Credential standard, String kafkaPassword, String passwordHash);

  /** Everything is there: its tokens work from now on, and everyone hears of it. */
  Mono<Void> activate(Organization organization);

  /**
   * Changes it and says so. Two who change it at once do so one after the other, so that neither
   * change is lost.
   *
   * @return how it is now; empty when there is no such organisation that works
   */
  Mono<Organization> change(String id, UnaryOperator<Organization> how);
}
