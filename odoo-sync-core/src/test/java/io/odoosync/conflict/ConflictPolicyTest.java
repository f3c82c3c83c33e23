package io.odoosync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictPolicyTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void localWins_conflict_takesLocalAndPullsNothing() {
    assertThat(ConflictPolicy.localWins().resolve(city())).isEqualTo(Resolution.takeLocal());
    assertThat(pulls(ConflictPolicy.localWins(), "city")).isFalse();
  }

  @Test
  void odooWins_conflict_takesOdooAndPullsEverything() {
    assertThat(ConflictPolicy.odooWins().resolve(city())).isEqualTo(Resolution.takeOdoo());
    assertThat(pulls(ConflictPolicy.odooWins(), "city")).isTrue();
  }

  @Test
  void manual_conflict_leavesItAndPullsNothing() {
    assertThat(ConflictPolicy.manual().resolve(city())).isInstanceOf(Resolution.Leave.class);
    assertThat(pulls(ConflictPolicy.manual(), "city")).isFalse();
  }

  @Test
  void newestWins_localLater_takesLocal() {
    assertThat(newest(WRITTEN.plusSeconds(1), WRITTEN)).isEqualTo(Resolution.takeLocal());
  }

  @Test
  void newestWins_odooLater_takesOdoo() {
    assertThat(newest(WRITTEN.minusMillis(1), WRITTEN)).isEqualTo(Resolution.takeOdoo());
  }

  @Test
  void newestWins_sameSecond_takesLocal() {
    assertThat(newest(WRITTEN.plusMillis(1), WRITTEN)).isEqualTo(Resolution.takeLocal());
    assertThat(newest(WRITTEN, WRITTEN)).isEqualTo(Resolution.takeLocal());
  }

  @Test
  void newestWins_localTimeUnknown_leavesIt() {
    assertThat(newest(null, WRITTEN))
        .isEqualTo(Resolution.leave("the host does not say when it changed the record"));
  }

  @Test
  void newestWins_odooTimeUnknown_leavesIt() {
    assertThat(newest(WRITTEN, null)).isInstanceOf(Resolution.Leave.class);
  }

  @Test
  void newestWins_odooLaterBySideEffect_leavesItUnlessTheHostsChangeIsOlderThanTheAgreement() {
    Conflict moved =
        conflict("city", "a", "b", null, WRITTEN.minusSeconds(5), WRITTEN).toBuilder()
            .odooSideEffect("an invoice was posted")
            .build();
    ConflictPolicy newest = ConflictPolicy.newestWins();
    assertThat(newest.resolve(moved))
        .isEqualTo(
            Resolution.leave("Odoo's time is no edit's: an invoice was posted; make them equal"));
    Conflict agreedBefore = moved.toBuilder().odooUnchangedAt(WRITTEN.minusSeconds(5)).build();
    assertThat(newest.resolve(agreedBefore)).isInstanceOf(Resolution.Leave.class);
    Conflict agreedLater = moved.toBuilder().odooUnchangedAt(WRITTEN.minusSeconds(4)).build();
    assertThat(newest.resolve(agreedLater)).isEqualTo(Resolution.takeOdoo());
    Conflict hostLater = moved.toBuilder().localChangedAt(WRITTEN).build();
    assertThat(newest.resolve(hostLater)).isEqualTo(Resolution.takeLocal());
  }

  @Test
  void newestWins_onlyOdooChanged_pulls() {
    assertThat(pulls(ConflictPolicy.newestWins(), "city")).isTrue();
  }

  @Test
  void perField_eachField_hasItsPolicy() {
    ConflictPolicy policy =
        ConflictPolicy.perField(
            Map.of("city", ConflictPolicy.odooWins(), "email", ConflictPolicy.localWins()));
    assertThat(policy.resolve(city())).isEqualTo(Resolution.takeOdoo());
    assertThat(policy.resolve(conflict("email", "a", "b", null))).isEqualTo(Resolution.takeLocal());
    assertThat(policy.resolve(conflict("phone", "a", "b", null)))
        .isInstanceOf(Resolution.Leave.class);
    assertThat(pulls(policy, "city")).isTrue();
    assertThat(pulls(policy, "email")).isFalse();
    assertThat(pulls(policy, "phone")).isFalse();
  }

  @Test
  void owners_chained_allCount() {
    ConflictPolicy policy =
        ConflictPolicy.ownedByOdoo("phone", "email")
            .ownedByHost("name")
            .otherwise(ConflictPolicy.odooWins());
    assertThat(policy.resolve(conflict("email", "a", "b", null))).isEqualTo(Resolution.takeOdoo());
    assertThat(policy.resolve(conflict("name", "a", "b", null))).isEqualTo(Resolution.takeLocal());
    assertThat(policy.resolve(city())).isEqualTo(Resolution.takeOdoo());
    assertThat(pulls(policy, "name")).isFalse();
  }

  @Test
  void custom_lambda_isCalledCustomAndPullsNothing() {
    ConflictPolicy policy = conflict -> Resolution.takeOdoo();
    assertThat(policy.name()).isEqualTo("custom");
    assertThat(pulls(policy, "city")).isFalse();
  }

  @Test
  void merge_oneSideHasNothing_takesTheOther() {
    assertThat(merged(null, "Nice", "Lyon")).isEqualTo(Resolution.take("Nice"));
    assertThat(merged("Nice", null, "Lyon")).isEqualTo(Resolution.take("Nice"));
  }

  @Test
  void merge_linesApart_takesBothChanges() {
    assertThat(merged("A\nb\nc", "a\nb\nC", "a\nb\nc")).isEqualTo(Resolution.take("A\nb\nC"));
  }

  @Test
  void merge_sameLine_asksTheFallback() {
    assertThat(merged("Paris", "Nice", "Lyon")).isEqualTo(Resolution.takeOdoo());
  }

  @Test
  void merge_baseUnknown_asksTheFallback() {
    assertThat(merged("A\nb\nc", "a\nb\nC", null)).isEqualTo(Resolution.takeOdoo());
  }

  @Test
  void merge_paragraphsApart_takesBothChanges() {
    assertThat(
            merged(
                "<p>A &amp; o</p><p>b</p><p>c</p>",
                "<p>a</p>\n<p>b</p><p>C</p>",
                "<p>a</p><p>b</p><p>c</p>"))
        .isEqualTo(Resolution.take("<p>A &amp; o</p><p>b</p><p>C</p>"));
  }

  @Test
  void merge_formattedHtml_asksTheFallback() {
    assertThat(
            merged(
                "<p>A</p><p>b</p><p>c</p>",
                "<p>a</p><p>b</p><p><b>C</b></p>",
                "<p>a</p><p>b</p><p>c</p>"))
        .isEqualTo(Resolution.takeOdoo());
  }

  @Test
  void merge_references_takesWhatEitherAddedWithoutWhatEitherRemoved() {
    assertThat(merged(List.of(1L, 2L, 9L), List.of(8L, 2L, 3L), List.of(1L, 2L, 3L)))
        .isEqualTo(Resolution.take(List.of(2L, 8L, 9L)));
  }

  @Test
  void merge_numbers_asksTheFallback() {
    assertThat(merged(1, 2, 3)).isEqualTo(Resolution.takeOdoo());
  }

  @Test
  void merge_onlyOdooChanged_pulls() {
    assertThat(pulls(ConflictPolicy.merge(ConflictPolicy.localWins()), "city")).isTrue();
  }

  private static Resolution merged(
      @Nullable Object local, @Nullable Object odoo, @Nullable Object base) {
    return ConflictPolicy.merge(ConflictPolicy.odooWins())
        .resolve(conflict("comment", local, odoo, base));
  }

  private static boolean pulls(ConflictPolicy policy, String field) {
    return policy.pulls(EntityType.CONTACT, field);
  }

  private static Resolution newest(@Nullable Instant local, @Nullable Instant odoo) {
    return ConflictPolicy.newestWins().resolve(conflict("city", "a", "b", null, local, odoo));
  }

  private static Conflict city() {
    return conflict("city", "Paris", "Nice", "Lyon");
  }

  private static Conflict conflict(
      String field, @Nullable Object local, @Nullable Object odoo, @Nullable Object base) {
    return conflict(field, local, odoo, base, null, WRITTEN);
  }

  private static Conflict conflict(
      String field,
      @Nullable Object local,
      @Nullable Object odoo,
      @Nullable Object base,
      @Nullable Instant localChangedAt,
      @Nullable Instant odooChangedAt) {
    return Conflict.builder(EntityType.CONTACT, LocalKey.of("teacher", 1), 7, field)
        .local(FieldValue.of(local))
        .odoo(FieldValue.of(odoo))
        .base(base == null ? null : FieldValue.of(base))
        .localChangedAt(localChangedAt)
        .odooChangedAt(odooChangedAt)
        .build();
  }
}
