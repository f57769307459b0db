package io.slipway.actionapi.access;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps client secrets two ways. A secret is 256 random bits, so one keyed hash is as good as a
 * slow one and cheap enough for agents, which ask for a token before every call. The sealed copy is
 * there because webhook signatures and encrypted inputs are made with the secret itself.
 */
public final class ClientSecrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PEPPER = "slipway client secrets".getBytes(StandardCharsets.UTF_8);

  private final Sealer sealer;
  private final byte[] pepper;

  /**
   * @param sealingKey base64; the pepper is derived from it, so a stolen table is of no use
   */
  public ClientSecrets(Sealer sealer, String sealingKey) {
    this.sealer = sealer;
    this.pepper = hmac(Base64.getDecoder().decode(sealingKey), PEPPER);
  }

  /** New credentials; not the standard ones. */
  public Credential credential(
      String organization,
      String clientId,
      String secret,
      Credential.Kind kind,
      String email,
      Instant at) {
    return new Credential(
        Ids.withPrefix("cred_"),
        organization,
        clientId,
        kind,
        email,
        hash(secret),
        seal(organization, secret),
        false,
        at);
  }

  /** Whether this is the secret; takes as long for a wrong one as for the right one. */
  public boolean matches(Credential credential, String secret) {
    return MessageDigest.isEqual(credential.secretHash(), hash(secret));
  }

  byte[] hash(String secret) {
    return hmac(pepper, secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Seals a secret of an organisation. */
  public byte[] seal(String organization, String secret) {
    return sealer.seal(secret, "organization/" + organization + "/secret");
  }

  /** Opens a secret of an organisation. */
  public String open(String organization, byte[] sealed) {
    return sealer.openText(sealed, "organization/" + organization + "/secret");
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, failure);
    }
  }
}
