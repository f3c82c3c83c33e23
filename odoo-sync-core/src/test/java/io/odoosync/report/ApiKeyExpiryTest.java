package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiKeyExpiryTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final ApiKeyExpiry KEY = ApiKeyExpiry.at(NOW.plus(Duration.ofDays(5)), NOW, 2);

  @Test
  void at_partOfADay_countsWholeDays() {
    assertThat(daysLeft(Duration.ofHours(47))).isEqualTo(1);
    assertThat(daysLeft(Duration.ofHours(23))).isZero();
    assertThat(daysLeft(Duration.ofHours(-50))).isZero();
  }

  private static long daysLeft(Duration left) {
    return ApiKeyExpiry.at(NOW.plus(left), NOW, 1).daysLeft();
  }

  @Test
  void toString_oneDay_isSingular() {
    assertThat(ApiKeyExpiry.at(NOW.plus(Duration.ofDays(1)), NOW, 1))
        .hasToString(
            "an API key of the integration user expires at 2026-11-27T10:00:00Z, in 1 day");
  }

  @Test
  void constructor_noKey_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKeyExpiry(NOW, 1, 0))
        .withMessageContaining("keys");
  }

  @Test
  void report_keyEnds_saysSoToPersonsAndMachines() {
    SyncReport report = SyncReport.builder("r", NOW).apiKey(KEY).build();

    assertThat(report.toString()).endsWith("\n  " + KEY);
    assertThat(report.toJson())
        .contains("\"apiKey\":{\"end\":\"2026-12-01T10:00:00Z\",\"daysLeft\":5,\"keys\":2}");
    assertThat(report.toBuilder().build()).isEqualTo(report);
  }

  @Test
  void report_keyWarning_isSaidAndLeavesTheRunSuccessful() {
    Failure warning = Failure.of(FailureCause.REFUSED_KEY, "it ends", "Renew it.");
    SyncReport report = SyncReport.builder("r", NOW).apiKey(KEY).apiKeyWarning(warning).build();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.toString()).endsWith("\n  API key: " + warning);
    assertThat(report.toJson()).contains("\"apiKeyWarning\":{\"cause\":\"REFUSED_KEY\"");
    assertThat(report.toBuilder().build()).isEqualTo(report);
  }
}
