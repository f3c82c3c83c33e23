package io.odoosync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
  void conflict_nul_isReplacedInEveryText() {
    FieldConflict conflict =
        new FieldConflict("f\0", "l\0", "o\0", "b\0", Winner.ODOO, "r\0", "p\0", "w\0");
    assertThat(conflict)
        .isEqualTo(
            new FieldConflict(
                "f\uFFFD",
                "l\uFFFD",
                "o\uFFFD",
                "b\uFFFD",
                Winner.ODOO,
                "r\uFFFD",
                "p\uFFFD",
                "w\uFFFD"));
  }

  @Test
  void conflict_values_areTextsThatTellNothingFromUnknown() {
    Conflict conflict =
        Conflict.builder(EntityType.CONTACT, LocalKey.of("teacher", 1), 7, "credit_limit")
            .local(FieldValue.of(new BigDecimal("10.50")))
            .build();
    assertThat(
            FieldConflict.of(new ResolvedConflict(conflict, Winner.MANUAL, null, "manual", "why")))
        .isEqualTo(
            new FieldConflict(
                "credit_limit", "10.5", "", null, Winner.MANUAL, null, "manual", "why"));
  }

  @Test
  void fields_thatAreNoNames_areRefused() {
    for (String name : List.of("", "a,b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> entry("m").toBuilder().fields(List.of("name", name)))
          .withMessage("fields must be names, but one is '" + name + "'");
    }
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

  @Test
  void because_failure_isCutAsMessagesAre() {
    SyncLogEntry failed =
        entry("m").toBuilder()
            .cause(FailureCause.INVALID_RECORD)
            .advice("a\0" + "b".repeat(4_000))
            .build();
    assertThat(failed.cause()).isEqualTo(FailureCause.INVALID_RECORD);
    assertThat(failed.advice()).startsWith("a\uFFFDb").endsWith("b…").hasSize(4_000);
    assertThat(entry("m").advice()).isNull();
  }

  private static SyncLogEntry entry(String message) {
    return SyncLogEntry.builder(Instant.EPOCH, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message(message)
        .build();
  }
}
