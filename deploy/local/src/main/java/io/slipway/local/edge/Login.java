package io.slipway.local.edge;

import io.slipway.local.Complaint;
import io.slipway.local.state.Credentials;
import java.util.Map;

/** Credentials of an organisation's own, for a token. */
public record Login(String clientId, String clientSecret) {

  public static Login of(Credentials credentials) {
    return new Login(credentials.clientId(), credentials.clientSecret());
  }

  /**
   * @throws Complaint when the edge does not give one
   */
  public String token(Edge edge) {
    var answer =
        edge.post(
            "/v1/auth/access_token",
            null,
            Map.of("clientId", clientId, "clientSecret", clientSecret));
    if (!answer.ok()) {
      throw new Complaint("No token for client " + clientId + ": " + answer.said());
    }
    return answer.body().path("accessToken").asString("");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Login[" + clientId + "]";
  }
}
