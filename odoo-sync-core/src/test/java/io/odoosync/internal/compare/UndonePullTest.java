package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host took from Odoo and does not have when it is next looked at. */
class UndonePullTest {

  private static final Contact CONTACT =
      Contact.builder(LocalKey.of("teacher", 1)).name("Anne").build();

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");

  private static final ModelFields FIELDS =
      new ModelFields(
          Map.of(
              "city", new FieldDefinition("city", "char", "City", false, false, null),
              "phone", new FieldDefinition("phone", "char", "Phone", false, false, null),
              "tags", new FieldDefinition("tags", "many2many", "Tags", false, false, "x")));

  static List<ConflictPolicy> pulling() {
    return List.of(
        ConflictPolicy.odooWins(),
        ConflictPolicy.newestWins(),
        ConflictPolicy.ownedByOdoo("city", "phone", "tags"),
        ConflictPolicy.merge(ConflictPolicy.odooWins()),
        ConflictPolicy.merge(ConflictPolicy.localWins()));
  }

  @ParameterizedTest
  @MethodSource("pulling")
  void decide_hostHasAgainWhatItHadBefore_pullsAgainAndSaysSo(ConflictPolicy policy) {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Update update = update(policy, base, values("city", "Lyon"), values("city", "Nice"));

    assertThat(update.pull()).isEqualTo(values("city", "Nice"));
    assertThat(update.push().isEmpty()).isTrue();
    assertThat(update.resolutions()).isEmpty();
    assertThat(update.notes())
        .singleElement()
        .asString()
        .startsWith("what was taken from Odoo for [city] is not in the source: apply did not");
  }

  @ParameterizedTest
  @MethodSource("pulling")
  void decide_undoneAndEditedInOdooSince_pullsTheNewestValue(ConflictPolicy policy) {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Update update = update(policy, base, values("city", "Lyon"), values("city", "Brest"));

    assertThat(update.pull()).isEqualTo(values("city", "Brest"));
    assertThat(update.push().isEmpty()).isTrue();
  }

  @Test
  void decide_undoneAgainAndAgain_neverPushes() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));
    for (int run = 0; run < 3; run++) {
      Decision.Update update =
          update(ConflictPolicy.odooWins(), base, values("city", "Lyon"), values("city", "Nice"));
      assertThat(update.pull()).isEqualTo(values("city", "Nice"));
      assertThat(update.notes()).hasSize(1);
      base = remembered(update.agreement().pulled(values("city", "Nice")).base());
    }
  }

  @Test
  void decide_pulledListUndone_pullsItAgain() {
    FieldValues before = tags(1, 2);
    FieldValues inOdoo = tags(2, 3);
    Base base = afterPull(before, inOdoo);

    assertThat(update(ConflictPolicy.odooWins(), base, before, inOdoo).pull()).isEqualTo(inOdoo);
  }

  @Test
  void decide_storedAsPulled_remembersItNoLonger() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Keep keep =
        (Decision.Keep)
            decide(ConflictPolicy.odooWins(), base, values("city", "Nice"), values("city", "Nice"));

    assertThat(keep.notes()).isEmpty();
    Base seen = remembered(keep.base());
    assertThat(seen.text()).doesNotContain("Lyon");
    assertThat(
            update(ConflictPolicy.odooWins(), seen, values("city", "Lyon"), values("city", "Nice"))
                .push())
        .as("changed back after it was seen: the host's own change")
        .isEqualTo(values("city", "Lyon"));
  }

  @Test
  void decide_hostHasAThirdValue_isItsOwnChange() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Update update =
        update(ConflictPolicy.odooWins(), base, values("city", "Paris"), values("city", "Nice"));

    assertThat(update.push()).isEqualTo(values("city", "Paris"));
    assertThat(update.notes()).isEmpty();
    assertThat(update.agreement().pushed(odoo(values("city", "Paris"))).base().text())
        .doesNotContain("Lyon");
  }

  @Test
  void decide_thirdValueAndEditedInOdoo_isAConflict() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Update update =
        update(ConflictPolicy.odooWins(), base, values("city", "Paris"), values("city", "Brest"));

    assertThat(update.resolutions()).hasSize(1);
  }

  @Test
  void decide_thirdValueWhileItsNeighbourIsUndone_isAConflictWithoutBase() {
    FieldValues inOdoo = values("city", "Nice").plus(values("phone", "2"));
    Base base = afterPull(values("city", "Lyon").plus(values("phone", "1")), inOdoo);
    FieldValues local = values("city", "Paris").plus(values("phone", "1"));

    Decision.Update update = update(ConflictPolicy.odooWins(), base, local, inOdoo);

    assertThat(update.pull()).isEqualTo(inOdoo);
    assertThat(update.resolutions())
        .singleElement()
        .satisfies(
            resolved -> {
              assertThat(resolved.conflict().field()).isEqualTo("city");
              assertThat(resolved.conflict().base()).isNull();
            });
  }

  @Test
  void decide_undoneAndChangedBackInOdooToo_agrees() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));

    Decision.Keep keep =
        (Decision.Keep)
            decide(ConflictPolicy.odooWins(), base, values("city", "Lyon"), values("city", "Lyon"));

    assertThat(keep.notes()).isEmpty();
    assertThat(remembered(keep.base()).field("city").orElseThrow().sent()).isEqualTo("Lyon");
  }

  @Test
  void decide_undoneButNotPulledAnyMore_isLeftAndToldOnce() {
    Base base = afterPull(values("city", "Lyon"), values("city", "Nice"));
    FieldValues local = values("city", "Lyon");

    Decision.Keep keep =
        (Decision.Keep) decide(ConflictPolicy.localWins(), base, local, values("city", "Nice"));

    assertThat(keep.left()).containsExactly("city");
    assertThat(keep.notes()).hasSize(1);
    Decision.Keep again =
        (Decision.Keep)
            decide(
                ConflictPolicy.localWins(), remembered(keep.base()), local, values("city", "Nice"));
    assertThat(again.notes()).isEmpty();
    assertThat(again.left()).containsExactly("city");
  }

  @Test
  void decide_mergedValueUndone_isPulledAgain() {
    ConflictPolicy policy = conflict -> Resolution.take("Rome");
    Base before = Base.of(values("city", "Lyon")).readBack(odoo(values("city", "Lyon")));
    Decision.Update merged =
        update(policy, before, values("city", "Paris"), values("city", "Nice"));
    FieldValues rome = values("city", "Rome");
    Base base = remembered(merged.agreement().pushed(odoo(rome)).pulled(rome).base());

    ConflictPolicy pulls = ConflictPolicy.merge(policy);
    assertThat(update(pulls, base, values("city", "Paris"), rome).pull()).isEqualTo(rome);
  }

  @Test
  void decide_hostMakesOfItWhatItHad_isNotInDoubt() {
    FieldValues lyon = values("city", "Lyon");
    Base base = Base.of(lyon).readBack(odoo(lyon));
    Decision.Update update = update(ConflictPolicy.odooWins(), base, lyon, values("city", "LYON"));

    assertThat(update.agreement().pulled(lyon).base().undone(lyon)).isEmpty();
  }

  /** What the link remembers once the host said that it took this. */
  private static Base afterPull(FieldValues before, FieldValues inOdoo) {
    Base base = Base.of(before).readBack(odoo(before));
    Decision.Update update = update(ConflictPolicy.odooWins(), base, before, inOdoo);
    return remembered(update.agreement().pulled(inOdoo).base());
  }

  private static Base remembered(@Nullable Base base) {
    return Base.parse(Objects.requireNonNull(base).text());
  }

  private static Decision.Update update(
      ConflictPolicy policy, Base base, FieldValues local, FieldValues inOdoo) {
    Decision decision = decide(policy, base, local, inOdoo);
    assertThat(decision).isInstanceOf(Decision.Update.class);
    return (Decision.Update) decision;
  }

  private static Decision decide(
      ConflictPolicy policy, Base base, FieldValues local, FieldValues inOdoo) {
    return new Planner(EntityType.CONTACT, FIELDS, Set.of("city", "phone", "tags"), policy)
        .decide(
            CONTACT,
            new Link(EntityType.CONTACT, CONTACT.key(), 7L, base.text(), Instant.EPOCH),
            new Mapping.Mapped(local, FieldValues.builder().build()),
            odoo(inOdoo));
  }

  private static OdooValues odoo(FieldValues values) {
    return new OdooValues(values, WRITTEN);
  }

  private static FieldValues values(String field, String value) {
    return new FieldValues(new TreeMap<>(Map.of(field, FieldKind.TEXT.parse(value))));
  }

  private static FieldValues tags(long... ids) {
    List<Long> all = Arrays.stream(ids).boxed().toList();
    return new FieldValues(new TreeMap<>(Map.of("tags", new FieldValue.References(all))));
  }
}
