package io.slipway.actionapi.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Envelope encryption by Tink: a value is sealed with the data key of its organisation
 * (AES-256-GCM), and that key is kept wrapped by the master key. What was sealed for one secret of
 * one organisation opens nowhere else.
 */
public final class Envelope {
  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Tink lacks its own algorithms", failure);
    }
  }

  private final Aead master;

  public Envelope(Sealer sealer) {
    master = new MasterKey(sealer);
  }

  /** A new data key, wrapped. */
  public byte[] newDataKey(String organization) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          master,
          bytes(organization));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot make a data key", failure);
    }
  }

  /** Seals a value. */
  public byte[] seal(byte[] dataKey, Secret secret, String value) {
    try {
      return unwrapped(dataKey, secret.organization())
          .encrypt(bytes(value), bytes(context(secret.organization(), secret.name())));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot seal", failure);
    }
  }

  /**
   * Opens what was sealed for this secret.
   *
   * @throws IllegalStateException when it was sealed for another, with another key, or was changed;
   *     it says which secret, and never what was in it
   */
  public String open(byte[] dataKey, String organization, String name, byte[] sealed) {
    var context = context(organization, name);
    try {
      return new String(
          unwrapped(dataKey, organization).decrypt(sealed, bytes(context)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the secret of " + context + " does not open", failure);
    }
  }

  private Aead unwrapped(byte[] dataKey, String organization) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(dataKey, master, bytes(organization))
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static String context(String organization, String name) {
    return "organization/" + organization + "/secrets/" + name;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The house's master key, as Tink wants to see it. */
  private record MasterKey(Sealer sealer) implements Aead {

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] organization) {
      return sealer.seal(plaintext, purpose(organization));
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] organization) throws GeneralSecurityException {
      try {
        return sealer.open(ciphertext, purpose(organization));
      } catch (Sealer.SealBroken broken) {
        throw new GeneralSecurityException(broken);
      }
    }

    private static String purpose(byte[] organization) {
      return "organization/" + new String(organization, StandardCharsets.UTF_8) + "/data-key";
    }
  }
}
