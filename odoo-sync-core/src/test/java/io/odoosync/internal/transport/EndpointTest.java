package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.OdooConnection;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static final String KEY = "s3cret-and-long-enough";

  private final Endpoint endpoint =
      new Endpoint(
          URI.create("https://erp.example.com"),
          "prod",
          "sync@example.com",
          KEY,
          OdooConnection.Transport.AUTOMATIC);

  @Test
  void toString_always_hidesTheKey() {
    assertThat(endpoint.toString())
        .contains("https://erp.example.com", "prod", "sync@example.com", "apiKey=***")
        .doesNotContain(KEY);
  }

  @Test
  void redact_echoedKey_isReplaced() {
    assertThat(endpoint.redact("Bearer " + KEY + "!")).isEqualTo("Bearer ***!");
  }

  @Test
  void withoutKey_keyAnywhereInTheChain_leavesTheCauseOut() {
    IOException harmless = new IOException("reset");
    assertThat(endpoint.withoutKey(harmless)).isSameAs(harmless);
    assertThat(endpoint.withoutKey(new IOException("invalid " + KEY))).isNull();
    assertThat(endpoint.withoutKey(new IOException("x", new IOException(KEY)))).isNull();
  }
}
