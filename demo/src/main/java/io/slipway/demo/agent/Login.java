package io.slipway.demo.agent;

import java.util.Map;

/** What is given for an access token, and where. */
public record Login(String path, Map<String, String> body) {

  /** Of a program, or of a person's own client. */
  public static Login client(String clientId, String clientSecret) {
    return new Login(
        "/v1/auth/access_token", Map.of("clientId", clientId, "clientSecret", clientSecret));
  }

  /** Of a person. */
  public static Login password(String email, String password) {
    return new Login("/api/sign-in", Map.of("email", email, "password", password));
  }

  /** Without the secrets, so that it may be logged. */
  @Override
  public String toString() {
    return "Login[" + path + "]";
  }
}
