package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

  private static final String TEXT = "zeUs-9f8a1b2c3d4e";

  private final WebhookSecret secret = WebhookSecret.of(TEXT);

  @Test
  void of_shortest_isTaken() {
    assertThat(WebhookSecret.of("0123456789abcdef").matches("0123456789abcdef")).isTrue();
  }

  @Test
  void matches_theSecret_isTrue() {
    assertThat(secret.matches(TEXT)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "zeUs-9f8a1b2c3d4",
        "zeUs-9f8a1b2c3d4e ",
        "zeus-9f8a1b2c3d4e",
        "zeUs-9f8a1b2c3d4e\u0301",
        "zeUs-9f8a1b2c3d4\ud800",
        "zeUs-9f8a1b2c3d4e\u0000"
      })
  void matches_anythingElse_isFalse(String given) {
    assertThat(secret.matches(given)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "                    ",
        "short",
        "fifteen-letters",
        "0123456789abcde?",
        "0123456789abcd/é",
        "0123456789abcde\ud800"
      })
  void of_nothingThatKeepsASecret_isRefusedWithoutShowingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSecret.of(text))
        .withMessage(
            "secret of a webhook must have at least 16 characters: letters, digits, hyphens, dots, underscores or tildes");
  }

  @Test
  void toString_hidesIt() {
    assertThat(secret).hasToString("WebhookSecret[***]");
  }
}
