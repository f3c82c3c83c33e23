package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncReportTest {

  @Test
  void stageReport_countsThatDoNotAddUp_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage(3, 1, 1, null))
        .withMessage("CONTACT: 3 records were read, but 2 have an outcome");
  }

  @Test
  void stageReport_countOutOfRange_isRefusedAtOnce() {
    StageReport.Builder stage = StageReport.builder(EntityType.CONTACT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.blocked(-1))
        .withMessage("blocked must be at least 0, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.conflicts(Map.of(Winner.MANUAL, 0L)))
        .withMessage("conflicts of MANUAL must be at least 1, but is 0");
  }

  @Test
  void stageReport_everyCount_isWhereItBelongs() {
    StageReport stage =
        StageReport.builder(EntityType.INVOICE)
            .read(45)
            .created(1)
            .updated(2)
            .unchanged(3)
            .pulled(4)
            .conflicts(Map.of(Winner.MANUAL, 2L, Winner.LOCAL, 7L))
            .failed(5)
            .blocked(6)
            .quarantined(7)
            .notReached(8)
            .duration(Duration.ofSeconds(9))
            .failure(failure(FailureCause.HOST_FAULT, "why"))
            .build();
    assertThat(stage)
        .hasToString(
            "INVOICE  read 45 = created 1 + updated 2 + unchanged 3 + pulled 4"
                + " + conflicts 9 {LOCAL=7, MANUAL=2} + failed 5 + blocked 6 + quarantined 7"
                + " + not reached 8, in 9 s; stopped: why. Mend that part of the host"
                + " application, then run again.");
    assertThat(stage.created()).isEqualTo(1);
    assertThat(stage.notReached()).isEqualTo(8);
    assertThat(stage.conflicts().keySet()).containsExactly(Winner.LOCAL, Winner.MANUAL);
  }

  @Test
  void isSuccessful_oneFailure_isFalse() {
    assertThat(report(stage(1, 1, 0, null), null).isSuccessful()).isTrue();
    assertThat(report(stage(2, 1, 1, null), null).isSuccessful()).isFalse();
    assertThat(report(stage(1, 1, 0, "the source threw"), null).isSuccessful()).isFalse();
    assertThat(report(stage(1, 1, 0, null), "wrong key").isSuccessful()).isFalse();
  }

  @Test
  void isSuccessful_conflictLeftOpen_isFalse() {
    assertThat(conflicts(Map.of(Winner.LOCAL, 1L, Winner.MERGED, 1L)).isSuccessful()).isTrue();
    assertThat(conflicts(Map.of(Winner.LOCAL, 1L, Winner.MANUAL, 1L)).isSuccessful()).isFalse();
  }

  private static StageReport conflicts(Map<Winner, Long> conflicts) {
    return StageReport.builder(EntityType.CONTACT).read(2).conflicts(conflicts).build();
  }

  @Test
  void toJson_report_holdsCountsAndFailures() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(report(stage(2, 1, 1, null), "stop").toJson());
    assertThat(json.path("successful").asBoolean(true)).isFalse();
    assertThat(json.at("/stopped/cause").asText()).isEqualTo("REFUSED_KEY");
    assertThat(json.at("/stopped/reason").asText()).isEqualTo("stop");
    assertThat(json.at("/stopped/advice").asText()).contains("API key");
    assertThat(json.at("/stages/0/failure").isNull()).isTrue();
    assertThat(json.path("durationMillis").asLong()).isEqualTo(1_500);
    assertThat(json.at("/traffic/calls").asLong()).isEqualTo(5);
    assertThat(json.at("/stages/0/type").asText()).isEqualTo("CONTACT");
    assertThat(json.at("/stages/0/created").asLong()).isEqualTo(1);
    assertThat(json.at("/stages/0/failures/0/key").asText()).isEqualTo("guest/7");
    assertThat(json.at("/stages/0/failures/0"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "key": "guest/7", "kind": "FAILED", "cause": "REFUSED_BY_ODOO",
                      "reason": "no \\"name\\"", "advice": "mend it",
                      "odooError": "odoo.exceptions.ValidationError",
                      "model": "res.partner", "method": "write"
                    }
                    """));
  }

  @Test
  void toJson_stageThatStopped_saysWhy() throws JsonProcessingException {
    SyncReport report = report(stage(1, 1, 0, "the source threw"), null);
    JsonNode json = new ObjectMapper().readTree(report.toJson());
    assertThat(json.path("stopped").isNull()).isTrue();
    assertThat(json.at("/stages/0/failure/cause").asText()).isEqualTo("HOST_FAULT");
    assertThat(json.at("/stages/0/failure/reason").asText()).isEqualTo("the source threw");
  }

  @Test
  void toString_report_hasALineForEachStage() {
    assertThat(report(stage(2, 1, 1, null), "wrong key").toString())
        .contains("run r took 1.5 s, 5 calls, 1 retries")
        .contains("\n  STOPPED: wrong key. Create a new API key")
        .contains(
            "\n  CONTACT  read 2 = created 1 + updated 0 + unchanged 0 + pulled 0"
                + " + conflicts 0 + failed 1");
  }

  @Test
  void toString_failuresOfOneCause_areOneLine() {
    StageReport stage =
        StageReport.builder(EntityType.CONTACT)
            .read(8)
            .failed(7)
            .blocked(1)
            .failures(
                Stream.concat(
                        IntStream.rangeClosed(1, 7).mapToObj(SyncReportTest::withoutTax),
                        Stream.of(
                            new RecordFailure(
                                LocalKey.of("guest", 8),
                                RecordFailure.Kind.BLOCKED,
                                Failure.of(FailureCause.WAITING_FOR_RECORD, "waits for guest/9"))))
                    .toList())
            .build();

    assertThat(report(stage, null).toString().lines().skip(2))
        .containsExactly(
            "    7 records, such as guest/1, guest/2, guest/3, guest/4, guest/5 FAILED,"
                + " UNRESOLVED_NAME: no tax 'T1'. Map it.",
            "    guest/8 BLOCKED, WAITING_FOR_RECORD: waits for guest/9. Mend the record that it"
                + " waits for, then run again.");
    assertThat(stage.failures()).hasSize(8);
    assertThat(stage.failureGroups()).extracting(FailureGroup::count).containsExactly(7L, 1L);
  }

  private static RecordFailure withoutTax(int number) {
    return new RecordFailure(
        LocalKey.of("guest", number),
        RecordFailure.Kind.FAILED,
        Failure.of(FailureCause.UNRESOLVED_NAME, "no tax 'T" + number + "'", "Map it."));
  }

  private static SyncReport report(StageReport stage, @Nullable String stopped) {
    return SyncReport.builder("r", Instant.EPOCH)
        .duration(Duration.ofMillis(1_500))
        .stages(List.of(stage))
        .traffic(Traffic.builder().calls(5).retries(1).bytesSent(100).bytesReceived(200).build())
        .status(stopped == null ? RunStatus.COMPLETED : RunStatus.STOPPED)
        .stopped(failure(FailureCause.REFUSED_KEY, stopped))
        .build();
  }

  private static StageReport stage(long read, long created, long failed, @Nullable String failure) {
    return StageReport.builder(EntityType.CONTACT)
        .read(read)
        .created(created)
        .failed(failed)
        .duration(Duration.ofSeconds(1))
        .failure(failure(FailureCause.HOST_FAULT, failure))
        .failures(
            List.of(
                new RecordFailure(
                    LocalKey.of("guest", 7),
                    RecordFailure.Kind.FAILED,
                    new Failure(
                        FailureCause.REFUSED_BY_ODOO,
                        "no \"name\"",
                        "mend it",
                        "odoo.exceptions.ValidationError",
                        "res.partner",
                        "write"))))
        .build();
  }

  private static @Nullable Failure failure(FailureCause cause, @Nullable String reason) {
    return reason == null ? null : Failure.of(cause, reason);
  }
}
