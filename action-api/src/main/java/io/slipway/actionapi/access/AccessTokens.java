package io.slipway.actionapi.access;

import java.util.Optional;

/** Signs clients' tokens and checks them. */
public interface AccessTokens {

  /** The token that says this. */
  String sign(TokenClaims claims);

  /** What a token says, if we signed it and its time is not up. */
  Optional<TokenClaims> open(String token);
}
