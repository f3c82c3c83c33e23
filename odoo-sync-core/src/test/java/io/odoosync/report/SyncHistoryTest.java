package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncHistoryTest {

  private static final Instant START = Instant.parse("2026-11-27T10:15:00Z");

  private final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final SyncHistory history = SyncHistory.of(log);

  private static SyncReport whole() {
    Failure failure =
        new Failure(
            FailureCause.REFUSED_BY_ODOO, "why", "do", "odoo.Error", "res.partner", "write");
    return SyncReport.builder("run-1", START)
        .duration(Duration.ofMillis(1_234))
        .status(RunStatus.STOPPED)
        .stopped(failure)
        .logFailure(failure)
        .apiKey(new ApiKeyExpiry(START, 3, 2))
        .apiKeyWarning(failure)
        .traffic(
            Traffic.builder()
                .calls(1)
                .retries(2)
                .bytesSent(3)
                .bytesReceived(4)
                .budget(new BudgetUse(60, Integer.MAX_VALUE, 1, 2, Duration.ofSeconds(3)))
                .methods(
                    List.of(
                        new MethodCalls(
                            "m", "x", 1, 0, Duration.ofMillis(2), Duration.ofMillis(1))))
                .build())
        .stages(
            List.of(
                StageReport.builder(EntityType.TRAVEL)
                    .read(39)
                    .created(1)
                    .updated(2)
                    .unchanged(3)
                    .pulled(4)
                    .conflicts(Map.of(Winner.LOCAL, 1L, Winner.MANUAL, 2L))
                    .failed(5)
                    .blocked(6)
                    .quarantined(7)
                    .notReached(8)
                    .duration(Duration.ofMillis(9))
                    .failure(failure)
                    .failures(
                        List.of(
                            new RecordFailure(
                                LocalKey.of("travel", "a/b"), RecordFailure.Kind.BLOCKED, failure)))
                    .notices(List.of("a notice"))
                    .notFound(List.of(LocalKey.of("travel", 4)))
                    .build()))
        .build();
  }

  @Test
  void parse_whatToJsonGave_isTheSameReport() {
    assertThat(SyncReport.parse(whole().toJson())).isEqualTo(whole());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"runId\":\"r\",\"startedAt\":\"then\",\"status\":\"COMPLETED\"}",
        "{\"runId\":\"r\",\"startedAt\":\"2026-11-27T10:15:00Z\",\"status\":\"ODD\"}",
        "{\"runId\":\"r\",\"startedAt\":\"2026-11-27T10:15:00Z\",\"status\":\"COMPLETED\",\"stages\":[{\"type\":\"CONTACT\",\"read\":1}]}"
      })
  void parse_somethingElse_isRefused(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyncReport.parse(json))
        .withMessageStartingWith("json is not a report: ");
  }

  @Test
  void report_ofAPastRun_hasTheFailuresOfTheLogInTheirOrder() {
    SyncReport report =
        SyncReport.builder("run-1", START)
            .stages(
                List.of(
                    StageReport.builder(EntityType.CONTACT).read(3).failed(2).blocked(1).build()))
            .build();
    log.append(
        List.of(
            failed("run-1", 1, SyncEvent.RECORD_FAILED, FailureCause.UNRESOLVED_NAME),
            failed("run-1", 2, SyncEvent.RECORD_FAILED, null),
            failed("run-1", 3, SyncEvent.RECORD_BLOCKED, FailureCause.WAITING_FOR_RECORD),
            failed("run-0", 4, SyncEvent.RECORD_FAILED, FailureCause.UNRESOLVED_NAME),
            finished(report)));

    SyncReport past = history.report("run-1").orElseThrow();

    assertThat(past.stages().get(0).failures())
        .extracting(failure -> failure.key() + " " + failure.kind() + " " + failure.cause())
        .containsExactly(
            "guest/1 FAILED UNRESOLVED_NAME",
            "guest/2 FAILED UNEXPECTED",
            "guest/3 BLOCKED WAITING_FOR_RECORD");
    assertThat(history.report("run-0")).isEmpty();
    assertThat(history.runs(5)).extracting(PastRun::runId).containsExactly("run-1");
    assertThat(history.of(EntityType.CONTACT, LocalKey.of("guest", 4))).hasSize(1);
    assertThat(history.page(past).toHtml()).contains("guest/3", "(this one)");
  }

  private static SyncLogEntry failed(
      String runId,
      long id,
      SyncEvent event,
      @org.jspecify.annotations.Nullable FailureCause cause) {
    return SyncLogEntry.builder(START, runId, SyncLogLevel.ERROR, event)
        .type(EntityType.CONTACT)
        .key(LocalKey.of("guest", id))
        .message("why")
        .cause(cause)
        .advice(cause == null ? null : "do")
        .build();
  }

  private static SyncLogEntry finished(SyncReport report) {
    return SyncLogEntry.builder(START, report.runId(), SyncLogLevel.INFO, SyncEvent.RUN_FINISHED)
        .message("done")
        .report(report.toJson())
        .build();
  }
}
