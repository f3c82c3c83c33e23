package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether what Odoo holds now is the record of which a link remembers the base. */
class BaseRecognitionTest {

  private static final List<String> NAMES = List.of("email", "vat", "name");

  private static final Base BASE =
      Base.of(values(Map.of("name", "Anne", "vat", "fr 12", "email", "")))
          .readBack(
              new OdooValues(values(Map.of("name", "Anne", "vat", "FR12", "email", "")), null));

  private static FieldValues values(Map<String, String> cells) {
    FieldValues.Builder values = FieldValues.builder();
    cells.forEach((field, cell) -> values.set(field, FieldKind.TEXT.parse(cell)));
    return values.build();
  }

  @Test
  void recognizes_oneFieldAsAgreed_isTrue() {
    assertThat(BASE.recognizes(values(Map.of("name", "Anne", "vat", "DE34")), NAMES)).isTrue();
    assertThat(BASE.recognizes(values(Map.of("name", "Bob", "vat", "FR12")), NAMES)).isTrue();
  }

  @Test
  void recognizes_noFieldAsAgreed_isFalse() {
    assertThat(BASE.recognizes(values(Map.of("name", "Bob", "vat", "DE34")), NAMES)).isFalse();
  }

  @Test
  void recognizes_asTheHostWroteIt_isFalse() {
    assertThat(BASE.recognizes(values(Map.of("vat", "fr 12")), NAMES)).isFalse();
  }

  @Test
  void recognizes_onlyBlankFieldsAsAgreed_isFalse() {
    assertThat(BASE.recognizes(values(Map.of("email", "", "name", "Bob")), NAMES)).isFalse();
  }

  @Test
  void recognizes_fieldThatIsNotAskedForOrWasNotRead_isFalse() {
    assertThat(BASE.recognizes(values(Map.of("name", "Anne")), List.of("vat"))).isFalse();
    assertThat(BASE.recognizes(values(Map.of()), NAMES)).isFalse();
  }

  @Test
  void recognizes_nothingWasAgreed_isFalse() {
    assertThat(Base.nothing().recognizes(values(Map.of("name", "Anne")), NAMES)).isFalse();
  }
}
