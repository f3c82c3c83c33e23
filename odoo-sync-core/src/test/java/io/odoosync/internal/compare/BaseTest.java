package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BaseTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final FieldValues SENT = values("Anne", "fr 12");
  private static final OdooValues READ = new OdooValues(values("Anne", "FR12"), WRITTEN);

  @Test
  void parse_text_isTheBaseAgain() {
    Base base = Base.of(SENT).readBack(READ).ofDocument("abc");
    assertThat(Base.parse(base.text())).isEqualTo(base);
  }

  @Test
  void text_readAsSent_isNotRepeated() {
    assertThat(Base.of(SENT).readBack(READ).text())
        .isEqualTo(
            """
            {"sent":{"name":"Anne","vat":"fr 12"},"read":{"vat":"FR12"},"write_date":"2026-11-25T10:00:00Z"}\
            """);
  }

  @Test
  void parse_whatTheHostTookAndMayNotHaveStored_isKnownAgain() {
    Base base =
        Base.of(SENT)
            .pulling("name", FieldValue.of("Anne"), FieldValue.of("Ann"), FieldValue.of("Ann"));
    assertThat(Base.parse(base.text())).isEqualTo(base);
    assertThat(Base.parse(base.text()).undone(SENT)).containsExactly("name");
    assertThat(base.agreesWith(base.seen(values("Ann", "fr 12")))).isFalse();
  }

  @Test
  void parse_null_isNothing() {
    assertThat(Base.parse(null)).isEqualTo(Base.nothing());
    assertThat(Base.nothing().field("name")).isEmpty();
  }

  @Test
  void parse_asIs_isAsIs() {
    assertThat(Base.parse(Base.asIs().text()).isAsIs()).isTrue();
    assertThat(Base.parse(Base.of(SENT).text()).isAsIs()).isFalse();
  }

  @Test
  void parse_intentThatWasNeverReadBack_takesOdooToHaveWhatWasSent() {
    assertThat(Base.parse(Base.of(SENT).text()).field("vat"))
        .hasValue(new Base.Agreed("fr 12", "fr 12"));
  }

  @Test
  void parse_damaged_saysSo() {
    assertThatThrownBy(() -> Base.parse("{\"sent\":"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged base");
    assertThatThrownBy(() -> Base.parse("[]")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Base.parse("{\"write_date\":\"today\"}"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readBack_fieldThatWasNotSent_isNotAgreed() {
    FieldValues name = FieldValues.builder().set("name", FieldValue.of("Anne")).build();
    assertThat(Base.of(name).readBack(READ).field("vat")).isEmpty();
  }

  /** A step of ours came after, so a change since then is somebody else's. */
  @Test
  void writtenAgain_odooHoldsWhatWasAgreed_takesTheLaterTime() {
    Instant later = WRITTEN.plusSeconds(9);
    Base base = Base.of(SENT).readBack(READ);

    Base after = base.writtenAgain(new OdooValues(values("Anne", "FR12"), later));

    assertThat(after.writeDate()).contains(later);
    assertThat(after.fields()).isEqualTo(base.fields()).containsExactlyInAnyOrder("name", "vat");
  }

  /** Somebody changed it meanwhile, which the next run must see. */
  @Test
  void writtenAgain_odooHoldsSomethingElse_isAsBefore() {
    Instant later = WRITTEN.plusSeconds(9);
    Base base = Base.of(SENT).readBack(READ);
    FieldValues nameOnly = FieldValues.builder().set("name", FieldValue.of("Anne")).build();

    assertThat(base.writtenAgain(new OdooValues(values("Ann", "FR12"), later))).isSameAs(base);
    assertThat(base.writtenAgain(new OdooValues(nameOnly, later))).isSameAs(base);
    assertThat(Base.of(SENT).writtenAgain(new OdooValues(values("Anne", "fr 12"), later)))
        .isEqualTo(Base.of(SENT));
  }

  @Test
  void toString_ofValues_namesFieldsOnly() {
    assertThat(Base.of(SENT)).hasToString("base of [name, vat]");
  }

  private static FieldValues values(String name, String vat) {
    return FieldValues.builder()
        .set("name", FieldValue.of(name))
        .set("vat", FieldValue.of(vat))
        .build();
  }
}
