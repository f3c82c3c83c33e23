package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A field that the server did not take for a while, or takes as html now. */
class ReturnedFieldTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final Contact CONTACT =
      Contact.builder(LocalKey.of("teacher", 1)).name("Anne").build();
  private static final FieldValues NOTHING = FieldValues.builder().build();
  private static final ModelFields FIELDS =
      new ModelFields(
          Map.of("city", field("city", "char"), "notes", field("notes", "html"), "firm", flag()));

  private static FieldDefinition field(String name, String type) {
    return new FieldDefinition(name, type, name, false, false, null);
  }

  private static FieldDefinition flag() {
    return field("firm", "boolean");
  }

  private static FieldValues city(String city) {
    return one("city", FieldKind.TEXT.parse(city));
  }

  private static FieldValues firm(boolean firm) {
    return one("firm", new FieldValue.Flag(firm));
  }

  private static FieldValues one(String field, FieldValue value) {
    return new FieldValues(new TreeMap<>(Map.of(field, value)));
  }

  private static Base agreed(FieldValues values) {
    return Base.of(values).readBack(new OdooValues(values, WRITTEN));
  }

  /** Odoo's values win wherever they can. */
  private static Decision decide(Base base, FieldValues local, FieldValues inOdoo) {
    return decide(base, local, inOdoo, Set.of());
  }

  private static Decision decide(
      Base base, FieldValues local, FieldValues inOdoo, Set<String> required) {
    return new Planner(
            EntityType.CONTACT,
            FIELDS,
            Set.of("city", "notes", "firm"),
            ConflictPolicy.odooWins(),
            Sharing.NOTHING,
            false,
            required)
        .decide(
            CONTACT,
            new Link(EntityType.CONTACT, CONTACT.key(), 7L, base.text(), Instant.EPOCH),
            new Mapping.Mapped(local, NOTHING),
            new OdooValues(inOdoo, WRITTEN));
  }

  private static Base lacked(FieldValues values) {
    return Base.parse(agreed(values).lacking(values.byField().keySet()).text());
  }

  @Test
  void decide_fieldIsCleared_isPulled() {
    Decision.Update update = (Decision.Update) decide(agreed(city("Lyon")), city("Lyon"), city(""));
    assertThat(update.pull().byField()).containsOnlyKeys("city");
  }

  @Test
  void decide_fieldCameBackEmpty_isSentAgain() {
    Decision.Update update = (Decision.Update) decide(lacked(city("Lyon")), city("Lyon"), city(""));
    assertThat(update.push()).isEqualTo(city("Lyon"));
    assertThat(update.pull().isEmpty()).isTrue();
  }

  @Test
  void decide_fieldCameBackEmptyAndHostChangedIt_isSentAsItIsNow() {
    Decision.Update update = (Decision.Update) decide(lacked(city("Lyon")), city("Nice"), city(""));
    assertThat(update.push()).isEqualTo(city("Nice"));
    assertThat(update.resolutions()).isEmpty();
  }

  @Test
  void decide_flagCameBackFalse_isSentAgain() {
    Decision.Update update = (Decision.Update) decide(lacked(firm(true)), firm(true), firm(false));
    assertThat(update.push()).isEqualTo(firm(true));
  }

  @Test
  void decide_fieldCameBackWithItsValue_nothingIsDoneAndLaterEditsAreEdits() {
    Decision.Keep keep = (Decision.Keep) decide(lacked(city("Lyon")), city("Lyon"), city("Lyon"));

    Base now = Objects.requireNonNull(keep.base());
    assertThat(now.wasAbsent("city")).isFalse();
    Decision.Update update = (Decision.Update) decide(now, city("Lyon"), city(""));
    assertThat(update.pull().byField()).containsOnlyKeys("city");
  }

  @Test
  void lacking_isKnownAlready_staysTheSame() {
    Base base = lacked(city("Lyon"));
    assertThat(base.lacking(Set.of("city"))).isSameAs(base);
    assertThat(base.lacking(Set.of("street"))).isSameAs(base);
    assertThat(base.field("city")).isPresent();
  }

  @Test
  void decide_requiredFieldIsCleared_isSentAgain() {
    Decision.Update update =
        (Decision.Update) decide(agreed(city("Lyon")), city("Lyon"), city(""), Set.of("city"));
    assertThat(update.push()).isEqualTo(city("Lyon"));
  }

  @Test
  void decide_textHasBecomeHtml_isNoEditOnEitherSide() {
    FieldValues plain = one("notes", new FieldValue.Text("two <classes>\nin May"));
    FieldValues html = one("notes", new FieldValue.Text("<p>two &lt;classes&gt;<br>in May</p>"));
    Base base = agreed(plain).inTermsOf(FIELDS);

    assertThat(base.wasSentAs(html)).isTrue();
    assertThat(decide(base, html, html)).isInstanceOf(Decision.Keep.class);
    assertThat(base.inTermsOf(FIELDS)).isSameAs(base);
  }

  @Test
  void decide_rememberedOfAnotherType_isComparedAsIfNeverAgreed() {
    ModelFields dates = new ModelFields(Map.of("city", field("city", "date")));
    Decision decision =
        new Planner(EntityType.CONTACT, dates, Set.of("city"), ConflictPolicy.odooWins())
            .decide(
                CONTACT,
                new Link(
                    EntityType.CONTACT,
                    CONTACT.key(),
                    7L,
                    agreed(city("Lyon")).text(),
                    Instant.EPOCH),
                new Mapping.Mapped(city(""), NOTHING),
                new OdooValues(city(""), WRITTEN));
    assertThat(decision).isInstanceOf(Decision.Keep.class);
  }
}
