package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy is told of the time of a change in Odoo. */
class ConflictTimesTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-25T10:00:05Z");
  private static final Contact CONTACT =
      Contact.builder(LocalKey.of("teacher", 1)).name("Anne").build();
  private static final ModelFields FIELDS =
      new ModelFields(Map.of("city", new FieldDefinition("city", "char", "", false, false, null)));

  private static FieldValues city(String city) {
    return FieldValues.builder().set("city", FieldKind.TEXT.parse(city)).build();
  }

  /** Host and Odoo changed the city to another one each; Odoo's time is as given. */
  private static Conflict conflict(Base base, Instant odooWritten) {
    Link link = new Link(EntityType.CONTACT, CONTACT.key(), 7L, base.text(), Instant.EPOCH);
    Planner planner =
        new Planner(EntityType.CONTACT, FIELDS, Set.of("city"), ConflictPolicy.localWins());
    Mapping.Mapped mapped = new Mapping.Mapped(city("Paris"), FieldValues.builder().build());
    OdooValues odoo = new OdooValues(city("Nice"), odooWritten);
    Decision.Update update = (Decision.Update) planner.decide(CONTACT, link, mapped, odoo);
    return update.resolutions().get(0).conflict();
  }

  private static Base agreed() {
    return Base.of(city("Lyon")).readBack(new OdooValues(city("Lyon"), WRITTEN));
  }

  @Test
  void odooUnchangedAt_writtenLaterThanAgreed_isWhenItWasAgreed() {
    assertThat(conflict(agreed(), LATER).odooUnchangedAt()).isEqualTo(WRITTEN);
  }

  @Test
  void odooUnchangedAt_writtenInTheSecondOfTheAgreement_isUnknown() {
    assertThat(conflict(agreed(), WRITTEN).odooUnchangedAt()).isNull();
  }

  @Test
  void odooUnchangedAt_fieldWasNeverAgreedOn_isUnknown() {
    Base otherField = Base.nothing().writtenAt(WRITTEN);
    assertThat(conflict(otherField, LATER).odooUnchangedAt()).isNull();
  }
}
