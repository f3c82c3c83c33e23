package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

  @Test
  void of_addressWithTokens_namesThemAndNoWords() {
    URI address =
        URI.create("https://me:pass%2Fword@h.example/services/T0123456/hook/abcdef?key=S3CRET%20X");
    assertThat(WebhookSecrets.of(address))
        .contains(address.toString(), "T0123456", "abcdef", "S3CRET%20X", "S3CRET X")
        .contains("pass%2Fword", "pass/word")
        .doesNotContain("services", "hook", "key", "h.example", "me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://alert_manager.corp/hook/SECRET-TOKEN",
        "https:///hook/SECRET-TOKEN",
        "https:/hook/SECRET-TOKEN",
        "http://h.example/hook/SECRET-TOKEN",
        "mailto:SECRET-TOKEN@h.example"
      })
  void webhook_addressThatCantBeCalled_isRefusedWithoutRepeatingIt(String address) {
    assertThat(catchThrowable(() -> AdminNotifier.webhook(URI.create(address))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("address of a webhook must")
        .hasNoCause()
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("SECRET"));
  }
}
