package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.odoo.LoadResult;
import io.odoosync.report.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told of a record: what is the matter, of which model, and what to do. */
class FailureWordsTest {

  private static final LocalKey ONE = LocalKey.of("guest", 1);
  private static final LocalKey TWO = LocalKey.of("guest", 2);
  private static final Instant THEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  static Stream<Arguments> contradictions() {
    return Stream.of(
        row(
            Failures.strange("res.partner", 7, THEN, NOW),
            "res.partner",
            "created at 2026-11-25T10:00:00Z, this one at 2026-11-26T10:00:00Z",
            "rebuildLinks()"),
        row(
            Failures.strange("res.partner", 7, null, NOW),
            "res.partner",
            "nothing in it speaks for the local record",
            "rebuildLinks()"),
        row(
            Failures.ofOtherKey("res.partner", 7, TWO),
            "res.partner",
            "res.partner 7 belongs to the local record guest/2",
            "Correct the id"),
        row(
            Failures.anothers("res.partner", 7),
            "res.partner",
            "res.partner 7 has the external id of this local record, but nothing in common",
            "a namespace of its own"),
        row(
            Failures.untouchable("partner 1 is the company's"),
            null,
            "partner 1 is the company's: it is never written to",
            "the id of another one"),
        row(
            Failures.deleted("crm.lead", 7),
            "crm.lead",
            "crm.lead 7 was deleted in Odoo",
            "Restore it"),
        row(
            Failures.notSent("res.partner", 7, List.of(ONE, TWO)),
            "res.partner",
            "shares res.partner 7 with guest/1, guest/2",
            "Merge the local records"),
        row(
            Failures.merged("res.partner", "was merged into 8", List.of(TWO)),
            "res.partner",
            "was merged into 8, which is guest/2's",
            "Merge the local records"),
        row(
            Failures.maybeMerged("res.partner", 7, "8 has its name"),
            "res.partner",
            "res.partner 7 is gone from Odoo, where it seems to have been merged: 8 has its name",
            "drop its link"),
        row(
            Failures.ambiguous("two are called so"),
            null,
            "two are called so",
            "Merge the doubles"),
        row(
            Failures.changedAfterSent("the total is another").failure(),
            null,
            "the total is another",
            "Undo the change"));
  }

  private static Arguments row(
      Failure failure, @Nullable String model, String reason, String advice) {
    return arguments(failure, model, reason, advice);
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void contradiction_ofHostAndOdoo_saysWhereWhatAndWhatToDo(
      Failure failure, @Nullable String model, String reason, String advice) {
    assertThat(failure.cause()).isEqualTo(FailureCause.CONTRADICTION);
    assertThat(failure.model()).isEqualTo(model);
    assertThat(failure.reason()).contains(reason);
    assertThat(failure.advice()).contains(advice);
  }

  static Stream<Arguments> ofTheRecord() {
    return Stream.of(
        arguments(Failures.invalid("no name", "Name it."), FailureCause.INVALID_RECORD),
        arguments(Failures.unresolved("no name", "Name it."), FailureCause.UNRESOLVED_NAME),
        arguments(Failures.contradiction("no name", "Name it."), FailureCause.CONTRADICTION),
        arguments(HostFailures.of("no name", "Name it."), FailureCause.HOST_FAULT));
  }

  @ParameterizedTest
  @MethodSource("ofTheRecord")
  void failed_withReasonAndAdvice_hasItsCause(Outcome.Failed failed, FailureCause cause) {
    assertThat(failed.failure()).isEqualTo(Failure.of(cause, "no name", "Name it."));
  }

  @Test
  void doubledAndNotTaken_areTheHostsFault() {
    assertThat(HostFailures.doubled().failure().cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(HostFailures.doubled().reason()).contains("more than once");
    Failure notTaken =
        HostFailures.notTaken(Set.of("name", "city"), new IllegalStateException("locked"))
            .failure();
    assertThat(notTaken.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(notTaken.reason())
        .contains("values of [city, name]: java.lang.IllegalStateException: locked");
  }

  @Test
  void ofSourceAndNotOnRecord_areTheHostsFaultWithWhatToMend() {
    Failure source = HostFailures.ofSource("the source threw");
    assertThat(source.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(source.advice()).startsWith("Mend the source");
    Failure why = Failure.of(FailureCause.HOST_FAULT, "disk full", "Mend it.");
    Failure notOnRecord = HostFailures.notOnRecord(why).failure();
    assertThat(notOnRecord.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(notOnRecord.reason()).contains("could not be put on record: disk full");
    assertThat(notOnRecord.advice()).isEqualTo("Mend it.");
  }

  @Test
  void loading_refusedOrUnexplained_namesTheCall() {
    LoadResult.Message message = new LoadResult.Message(true, " no such country ", 0, "country_id");
    Failure refused = Failures.refused("res.partner", message).failure();
    assertThat(refused.reason()).isEqualTo("res.partner.load, field country_id: no such country");
    assertThat(refused.advice()).isEqualTo(FailureCause.REFUSED_BY_ODOO.advice());
    assertThat(refused.method()).isEqualTo("load");
    Failure unexplained = Failures.unexplained("res.partner").failure();
    assertThat(unexplained.cause()).isEqualTo(FailureCause.ODOO_FAULT);
    assertThat(unexplained.model() + "." + unexplained.method()).isEqualTo("res.partner.load");
  }

  @Test
  void withoutEffect_namesTheCall() {
    Failure failure =
        Failures.withoutEffect("account.move", "action_post", "is a draft", "Post it.").failure();
    assertThat(failure.cause()).isEqualTo(FailureCause.REFUSED_BY_ODOO);
    assertThat(failure.model() + "." + failure.method()).isEqualTo("account.move.action_post");
    assertThat(failure).hasToString("is a draft. Post it.");
  }

  @Test
  void vanished_record_isTriedAgainByTheNextRun() {
    Failure failure = Failures.vanished("res.partner", 7).failure();
    assertThat(failure.cause()).isEqualTo(FailureCause.TRANSIENT);
    assertThat(failure.model()).isEqualTo("res.partner");
    assertThat(failure.reason()).isEqualTo("res.partner 7 was there and is gone");
  }

  @Test
  void sharedNamespace_namesBothModels() {
    Failure failure = Failures.sharedNamespace("school.guest_1", "res.partner", "crm.lead");
    assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(failure.reason())
        .isEqualTo(
            "external id school.guest_1 stands for a record of crm.lead, not of res.partner");
    assertThat(failure.model()).isEqualTo("res.partner");
  }

  @Test
  void held_byPlanOrMatching_isLeftOutForItsReason() {
    for (Outcome.NotReached left :
        List.of(Failures.notPlanned("has moved"), Failures.notCreated("has moved"))) {
      Failure failure = Objects.requireNonNull(left.failure());
      assertThat(failure.cause()).isEqualTo(FailureCause.HELD_BACK);
      assertThat(failure.reason()).isEqualTo("has moved");
    }
  }
}
