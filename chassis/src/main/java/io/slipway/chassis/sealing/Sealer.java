package io.slipway.chassis.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals secrets for storage (AES-256-GCM by Tink). What was sealed for one context, such as an
 * organisation and a purpose, opens in that context only.
 */
public final class Sealer {
  private final Aead aead;

  /**
   * @param key base64 of 32 bytes
   * @throws IllegalArgumentException when the key has another length
   */
  public Sealer(String key) {
    try {
      aead = new AesGcmJce(Base64.getDecoder().decode(key));
    } catch (GeneralSecurityException failure) {
      throw new IllegalArgumentException("slipway.sealing.key must be base64 of 32 bytes", failure);
    }
  }

  /** Seals bytes for a context. */
  public byte[] seal(byte[] open, String context) {
    try {
      return aead.encrypt(open, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot seal", failure);
    }
  }

  /** Seals a text for a context. */
  public byte[] seal(String open, String context) {
    return seal(open.getBytes(StandardCharsets.UTF_8), context);
  }

  /**
   * Opens what was sealed for this context.
   *
   * @throws SealBroken when it was sealed with another key or for another context, or was changed
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new SealBroken(context, failure);
    }
  }

  /** Opens a text; see {@link #open(byte[], String)}. */
  public String openText(byte[] sealed, String context) {
    return new String(open(sealed, context), StandardCharsets.UTF_8);
  }

  /** Says which context did not open; never what was in it. */
  public static final class SealBroken extends RuntimeException {
    SealBroken(String context, Throwable cause) {
      super("a secret of " + context + " does not open with slipway.sealing.key", cause);
    }
  }
}
