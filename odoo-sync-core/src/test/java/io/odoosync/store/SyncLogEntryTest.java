package io.odoosync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SyncLogEntryTest {

  @Test
  void constructor_longMessage_isCutVisibly() {
    assertThat(entry("x".repeat(4_000)).message()).isEqualTo("x".repeat(4_000));
    assertThat(entry("x".repeat(4_001)).message()).isEqualTo("x".repeat(3_999) + "…");
  }

  @Test
  void constructor_cutWithinEmoji_keepsItWhole() {
    String message = entry("x".repeat(3_998) + "🚀🚀").message();
    assertThat(message).isEqualTo("x".repeat(3_998) + "…");
  }

  @Test
  void constructor_nul_isReplaced() {
    assertThat(entry("a\0b").message()).isEqualTo("a\uFFFDb");
  }

  private static SyncLogEntry entry(String message) {
    return new SyncLogEntry(
        Instant.EPOCH, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED, null, null, message);
  }
}
