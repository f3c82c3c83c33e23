package io.odoosync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
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

  @Test
  void constructor_time_isCutToTheMillisecond() {
    Instant precise = Instant.parse("2026-11-23T10:00:00.123456789Z");
    SyncLogEntry entry =
        SyncLogEntry.builder(precise, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
            .message("m")
            .build();
    assertThat(entry.at()).isEqualTo("2026-11-23T10:00:00.123Z");
    Link link = Link.pending(EntityType.CONTACT, LocalKey.of("teacher", 1), null, precise);
    assertThat(link.updatedAt()).isEqualTo("2026-11-23T10:00:00.123Z");
  }

  @Test
  void constructor_endlessRunId_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SyncLogEntry.builder(
                        Instant.EPOCH, "r".repeat(101), SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
                    .message("m")
                    .build())
        .withMessage("runId must have 1 to 100 characters, but has 101");
  }

  private static SyncLogEntry entry(String message) {
    return SyncLogEntry.builder(Instant.EPOCH, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message(message)
        .build();
  }
}
