package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record whose push makes it share another one's phone, so that its own one goes. */
class GivenUpValuesTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final Contact CONTACT =
      Contact.builder(LocalKey.of("teacher", 1)).name("Anne").build();
  private static final OdooRecord RECORD = new OdooRecord(OdooValue.of(Map.of("id", 7)));
  private static final ModelFields FIELDS =
      new ModelFields(Map.of("city", text("city"), "phone", text("phone")));
  private static final FieldValues NONE = FieldValues.builder().build();

  private static FieldDefinition text(String name) {
    return new FieldDefinition(name, "char", name, false, false, null);
  }

  private static FieldValues values(String city, String phone) {
    return FieldValues.builder()
        .set("city", FieldKind.TEXT.parse(city))
        .set("phone", FieldKind.TEXT.parse(phone))
        .build();
  }

  /** Whoever is sent to Paris shares the phone there. */
  private static final class SharedInParis implements Sharing {
    @Override
    public Set<String> readAlong() {
      return Set.of();
    }

    @Override
    public Map<String, String> owners(OdooRecord record, Collection<String> fields) {
      return Map.of();
    }

    @Override
    public FieldValues givenUp(OdooRecord record, FieldValues push) {
      return push.get("city").equals(FieldKind.TEXT.parse("Paris"))
          ? FieldValues.builder().set("phone", FieldKind.TEXT.parse("")).build()
          : NONE;
    }
  }

  private static Decision.Update decide(String city, @Nullable OdooRecord record) {
    FieldValues agreed = values("Lyon", "12");
    Base base = Base.of(agreed).readBack(new OdooValues(agreed, WRITTEN));
    Link link = new Link(EntityType.CONTACT, CONTACT.key(), 7L, base.text(), Instant.EPOCH);
    ConflictPolicy policy = ConflictPolicy.localWins();
    Planner planner =
        new Planner(EntityType.CONTACT, FIELDS, Set.of("city"), policy, new SharedInParis(), false);
    Mapping.Mapped mapped = new Mapping.Mapped(values(city, "12"), NONE);
    OdooValues odoo = new OdooValues(agreed, WRITTEN, record);
    return (Decision.Update) planner.decide(CONTACT, link, mapped, odoo);
  }

  @Test
  void decide_pushMakesItShare_ownValueIsEmptiedAndTold() {
    Decision.Update update = decide("Paris", RECORD);
    assertThat(update.push()).isEqualTo(values("Paris", ""));
    assertThat(Decision.notes(update))
        .containsExactly(
            "its own values of [phone] in Odoo go: they are another record's from now on");
  }

  @Test
  void decide_pushMakesItShareNothing_nothingIsGivenUp() {
    Decision.Update update = decide("Nice", RECORD);
    assertThat(update.push().has("phone")).isFalse();
    assertThat(Decision.notes(update)).isEmpty();
  }

  @Test
  void decide_recordWasNotReadAlong_nothingIsGivenUp() {
    assertThat(decide("Paris", null).push().has("phone")).isFalse();
  }

  @Test
  void base_beforeThePush_stillAgreesOnTheOwnValue() {
    Base base = decide("Paris", RECORD).agreement().base();
    assertThat(base.field("phone")).hasValue(new Base.Agreed("12", "12"));
    assertThat(base.field("city")).hasValue(new Base.Agreed("Lyon", "Lyon"));
  }

  @Test
  void base_afterThePush_agreesOnItNoMore() {
    Agreement agreement = decide("Paris", RECORD).agreement();
    Base base = agreement.pushed(new OdooValues(values("Paris", "99"), WRITTEN)).base();
    assertThat(base.field("phone")).isEmpty();
    assertThat(base.field("city")).hasValue(new Base.Agreed("Paris", "Paris"));
  }

  @Test
  void pushing_more_isPushedAndAgreedOn() {
    FieldValues more = FieldValues.builder().set("phone", FieldKind.TEXT.parse("34")).build();
    Decision.Update update = decide("Nice", RECORD).pushing(more);
    assertThat(update.push()).isEqualTo(values("Nice", "34"));
    Agreement agreement = update.agreement();
    assertThat(agreement.base().field("phone")).hasValue(new Base.Agreed("12", "12"));
    Base base = agreement.pushed(new OdooValues(values("Nice", "34"), WRITTEN)).base();
    assertThat(base.field("phone")).hasValue(new Base.Agreed("12", "34"));
  }

  @Test
  void pushing_nothingMore_isTheSame() {
    Decision.Update update = decide("Nice", RECORD);
    assertThat(update.pushing(NONE)).isSameAs(update);
  }
}
