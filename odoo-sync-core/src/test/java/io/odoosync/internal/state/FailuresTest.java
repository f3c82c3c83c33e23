package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.CountedText;
import io.odoosync.odoo.LoadResult;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RecordFailure.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  @Test
  void refused_messageShowsTheRow_leavesItOut() {
    String words =
        """
        new row for relation "account_move_line" violates check constraint "needs_account"
        DETAIL:  Failing row contains (3818, Bus to Rome, 10.00).
        """;

    Failure failure =
        Failures.refused(
                "account.move",
                new LoadResult.Message(true, words, 0, null),
                Optional.of("it is closed"),
                true)
            .failure();

    assertThat(failure.reason())
        .endsWith("violates check constraint \"needs_account\"; it is closed");
    assertThat(failure.cause()).isEqualTo(FailureCause.REFUSED_BY_ODOO);
    assertThat(failure.advice()).contains("older releases may name a consequence");
    assertThat(failure.model()).isEqualTo("account.move");
    assertThat(failure.method()).isEqualTo("load");
  }

  /** Nothing is wrong with the record in the host. */
  @Test
  void hidden_record_isAMatterOfRightsOnItsModel() {
    Failure failure = Failures.hidden("crm.lead", 7);
    assertThat(failure.cause()).isEqualTo(FailureCause.MISSING_RIGHT);
    assertThat(failure.model()).isEqualTo("crm.lead");
    assertThat(failure.advice()).contains("record rules of crm.lead");
  }

  @Test
  void vanished_record_doesNotCountForQuarantine() {
    assertThat(Failures.vanished("crm.lead", 7).isLasting()).isFalse();
    assertThat(Failures.deleted("crm.lead", 7).cause().isLasting()).isTrue();
  }

  static Stream<Arguments> outcomes() {
    Failure why = Failure.of(FailureCause.INVALID_RECORD, "why");
    return Stream.of(
        arguments(new Outcome.Failed(why), Kind.FAILED, FailureCause.INVALID_RECORD),
        arguments(new Outcome.Blocked("why"), Kind.BLOCKED, FailureCause.WAITING_FOR_RECORD),
        arguments(
            new Outcome.Quarantined(why, 3, 1), Kind.QUARANTINED, FailureCause.INVALID_RECORD),
        arguments(
            new Outcome.Conflicted(1, Winner.MANUAL, "why"),
            Kind.CONFLICT,
            FailureCause.CONTRADICTION),
        arguments(Failures.notPlanned("why"), Kind.LEFT_OUT, FailureCause.HELD_BACK),
        arguments(new Outcome.Conflicted(1, Winner.LOCAL, "why"), null, null),
        arguments(new Outcome.NotReached(), null, null),
        arguments(new Outcome.Created(1), null, null),
        arguments(new Outcome.Updated(1), null, null),
        arguments(new Outcome.Unchanged(1), null, null),
        arguments(new Outcome.Pulled(1), null, null));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void listed_outcome_hasKindAndCause(
      Outcome outcome, @Nullable Kind kind, @Nullable FailureCause cause) {
    RecordFailure listed = Outcomes.listed(LocalKey.of("guest", 7), outcome).orElse(null);
    assertThat(listed == null ? null : listed.kind()).isEqualTo(kind);
    assertThat(listed == null ? null : listed.cause()).isEqualTo(cause);
    assertThat(listed == null ? "why" : listed.reason()).endsWith("why");
  }

  @Test
  void outcomes_table_hasThemAll() {
    Stream<Object> tested = outcomes().<Object>map(row -> row.get()[0].getClass()).distinct();
    assertThat(tested).containsExactlyInAnyOrder((Object[]) Outcome.class.getPermittedSubclasses());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.odoosync.internal.NastyTexts#ofThousands")
  void patterns_inNastyTexts_takeAFewLooksAtEachCharacter(String name, String text) {
    CountedText.find(Failures.ROW, text);
  }
}
