package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecretInputsTest {
  private static final String SECRET = "a-client-secret-that-is-longer-than-32-bytes";

  /** As an agent does: the first 32 bytes of the secret, an IV of 16 bytes, the tag at the end. */
  @Test
  void agentsCanReadWhatIsEncrypted() throws Exception {
    var inputs =
        new UserInputs(
            Json.object("{\"s\":\"hush\",\"o\":{\"a\":1},\"open\":\"x\",\"c\":\"sealed\"}"),
            List.of(),
            Map.of(
                "s", UserInputs.Encryption.OURS,
                "o", UserInputs.Encryption.OURS,
                "c", UserInputs.Encryption.CLIENT_SIDE));

    var values = SecretInputs.encrypt(inputs, SECRET);

    assertThat(decrypted(values.path("s").asString())).isEqualTo("hush");
    assertThat(decrypted(values.path("o").asString())).isEqualTo("{\"a\":1}");
    assertThat(values.path("open").asString()).isEqualTo("x");
    assertThat(values.path("c").asString()).isEqualTo("sealed");
    assertThat(Json.text(values)).doesNotContain("hush");
  }

  @Test
  void neverEncryptsTheSameWayTwice() {
    assertThat(SecretInputs.encrypt("x", SECRET)).isNotEqualTo(SecretInputs.encrypt("x", SECRET));
  }

  private static String decrypted(String text) throws Exception {
    var all = Base64.getDecoder().decode(text);
    var key = Arrays.copyOf(SECRET.getBytes(StandardCharsets.UTF_8), 32);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(all, 16)));
    return new String(
        cipher.doFinal(Arrays.copyOfRange(all, 16, all.length)), StandardCharsets.UTF_8);
  }
}
