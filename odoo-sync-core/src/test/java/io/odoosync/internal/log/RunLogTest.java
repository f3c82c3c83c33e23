package io.odoosync.internal.log;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.state.Failures;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunLogTest {

  private static final LocalKey KEY = LocalKey.of("guest", 7);
  private static final Failure REFUSED =
      Failure.of(FailureCause.REFUSED_BY_ODOO, "no such VAT number", "Correct it.");

  private final SyncLogStore store = new InMemorySyncLogStore();
  private final RunLog log = new RunLog("r", Clock.systemUTC(), store, new SyncListener() {});

  static Stream<Arguments> outcomes() {
    return Stream.of(
        arguments(
            new Outcome.Failed(REFUSED),
            SyncLogLevel.ERROR,
            SyncEvent.RECORD_FAILED,
            FailureCause.REFUSED_BY_ODOO,
            "no such VAT number",
            "Correct it."),
        arguments(
            new Outcome.Blocked("waits for guest/8"),
            SyncLogLevel.WARN,
            SyncEvent.RECORD_BLOCKED,
            FailureCause.WAITING_FOR_RECORD,
            "waits for guest/8",
            "Mend the record that it waits for, then run again."),
        arguments(
            new Outcome.Quarantined(REFUSED, 4, 1),
            SyncLogLevel.WARN,
            SyncEvent.RECORD_QUARANTINED,
            FailureCause.REFUSED_BY_ODOO,
            "failed 4 times in a row, not tried in 2 runs from this one on unless it changes:"
                + " no such VAT number",
            "Correct it. It is tried again once it changes, or is released with release(…)."),
        arguments(
            Failures.notPlanned("it has changed"),
            SyncLogLevel.WARN,
            SyncEvent.RECORD_LEFT_OUT,
            FailureCause.HELD_BACK,
            "it has changed",
            "Look at what changed, and plan again."),
        arguments(
            Failures.notCreated("no match"),
            SyncLogLevel.WARN,
            SyncEvent.RECORD_LEFT_OUT,
            FailureCause.HELD_BACK,
            "no match",
            "Give the local record the id of one in Odoo, or let Matching create what has none."));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void record_notInStep_isStoredWithCauseAndAdvice(
      Outcome outcome,
      SyncLogLevel level,
      SyncEvent event,
      FailureCause cause,
      String message,
      String advice) {
    log.record(CONTACT, KEY, outcome);
    log.flush();
    assertThat(entries())
        .extracting(
            SyncLogEntry::level,
            SyncLogEntry::event,
            SyncLogEntry::cause,
            SyncLogEntry::message,
            SyncLogEntry::advice)
        .containsExactly(tuple(level, event, cause, message, advice));
  }

  @Test
  void record_inStepOrNotReached_isNotStored() {
    log.record(CONTACT, KEY, new Outcome.Updated(1));
    log.record(CONTACT, KEY, new Outcome.NotReached());
    log.record(CONTACT, KEY, new Outcome.Conflicted(1, Winner.MANUAL, "both changed"));
    log.flush();
    assertThat(entries()).isEmpty();
  }

  @Test
  void runFinished_failures_areOneWarningForEachCause() {
    StageReport report =
        StageReport.builder(CONTACT)
            .read(8)
            .failed(8)
            .failures(
                IntStream.rangeClosed(1, 8)
                    .mapToObj(
                        i ->
                            new RecordFailure(
                                LocalKey.of("guest", i),
                                RecordFailure.Kind.FAILED,
                                i == 4 ? REFUSED : refused("no tax 'T" + i + "' at 2026-01-0" + i)))
                    .toList())
            .build();

    SyncReport run = SyncReport.builder("r", Instant.EPOCH).stages(List.of(report)).build();
    assertThat(logged(() -> log.runFinished(run)).lines())
        .hasSize(3)
        .last()
        .asString()
        .endsWith(
            "WARN io.odoosync.internal.log.RunLog - run r: done in 0 s; CONTACT 8 read: 8 failed; 0 calls");
    assertThat(logged(() -> log.runFinished(run)).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        "run r: CONTACT guest/4 FAILED, REFUSED_BY_ODOO: no such VAT number."
                            + " Correct it."))
        .anySatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        "run r: CONTACT 7 records, such as guest/1, guest/2, guest/3, guest/5,"
                            + " guest/6 FAILED, REFUSED_BY_ODOO: no tax 'T1' at 2026-01-01."
                            + " Correct it."));
  }

  private static Failure refused(String reason) {
    return Failure.of(FailureCause.REFUSED_BY_ODOO, reason, "Correct it.");
  }

  @Test
  void stageFailed_byTheHostsCode_hasItsStackTrace() {
    Failure failure = Failure.of(FailureCause.HOST_FAULT, "the source threw");
    String lines = logged(() -> log.stageFailed(CONTACT, failure, new SQLException("cursor gone")));
    assertThat(lines)
        .containsOnlyOnce("java.sql.SQLException: cursor gone")
        .contains("at io.odoosync.internal.log.RunLogTest");
  }

  @Test
  void stageAndRun_stopped_areStoredAndLoggedWithCauseAndAdvice() {
    Failure failure = Failure.of(FailureCause.HOST_FAULT, "the source threw", "Mend the source.");
    String lines =
        logged(
            () -> {
              log.stageFailed(CONTACT, failure, null);
              log.runStopped(failure);
            });
    assertThat(lines)
        .contains("run r: stage CONTACT stopped, HOST_FAULT: the source threw. Mend the source.")
        .contains("run r: stopped, HOST_FAULT: the source threw. Mend the source.");
    assertThat(entries())
        .extracting(
            SyncLogEntry::event, SyncLogEntry::cause, SyncLogEntry::message, SyncLogEntry::advice)
        .containsExactlyInAnyOrder(
            tuple(SyncEvent.STAGE_FAILED, failure.cause(), failure.reason(), failure.advice()),
            tuple(SyncEvent.RUN_STOPPED, failure.cause(), failure.reason(), failure.advice()));
  }

  @Test
  void conflict_notStoredYet_isWithheldUntilAsked() {
    log.conflict(resolved("Lyon"));
    log.flush();
    assertThat(entries()).isEmpty();
    assertThat(log.storeConflicts()).isEmpty();
    assertThat(log.lost()).isNull();
    assertThat(entries())
        .extracting(SyncLogEntry::odooId, SyncLogEntry::conflict)
        .containsExactly(
            tuple(
                7L,
                new FieldConflict(
                    "city", "Lyon", "Nantes", null, Winner.ODOO, "Nantes", "Odoo wins", null)));
    assertThat(log.storeConflicts()).isEmpty();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void conflict_longText_isStoredWhole() {
    String endless = "x".repeat(100_000);
    log.conflict(resolved(endless));
    log.storeConflicts();
    assertThat(entries().get(0).conflict()).extracting(FieldConflict::local).isEqualTo(endless);
  }

  private static ResolvedConflict resolved(String local) {
    Conflict conflict =
        Conflict.builder(CONTACT, KEY, 7, "city")
            .local(FieldValue.of(local))
            .odoo(FieldValue.of("Nantes"))
            .build();
    return new ResolvedConflict(conflict, Winner.ODOO, FieldValue.of("Nantes"), "Odoo wins", null);
  }

  private List<SyncLogEntry> entries() {
    return store.find(SyncLogQuery.all());
  }

  /** The tests' logger writes to the error stream. */
  private static String logged(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return lines.toString(StandardCharsets.UTF_8);
  }
}
