package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the stores of hosts hold. If a single character of it changes, every record with such a
 * value counts as changed by the host.
 */
class RememberedCellsTest {

  private static final String REMEMBERED =
      """
      {"sent":{"char":"Anne","lines":"a\\nb","html":"<p>a</p>","integer":"-42","zero":"0",\
      "float":"1250.5","thousand":"1000","small":"0.0000001","yes":"1","no":"0",\
      "date":"2026-11-25","datetime":"2026-11-25 10:00:05","many2one":"75","record":"12",\
      "many2many":"1,3,20","none":"","nothing":""},"read":{}}""";

  @Test
  void text_valueOfEachType_neverChanges() {
    assertThat(Base.of(each()).text()).isEqualTo(REMEMBERED);
  }

  @Test
  void wasSentAs_whatWasRememberedEver_isStillTheSame() {
    assertThat(Base.parse(REMEMBERED).wasSentAs(each())).isTrue();
  }

  private static FieldValues each() {
    return FieldValues.builder()
        .set("char", given(FieldKind.TEXT, " Anne "))
        .set("lines", given(FieldKind.LINES, "a\nb"))
        .set("html", given(FieldKind.HTML, "<p>a</p>"))
        .set("integer", given(FieldKind.WHOLE, -42))
        .set("zero", given(FieldKind.WHOLE, 0L))
        .set("float", given(FieldKind.DECIMAL, new BigDecimal("1250.50")))
        .set("thousand", given(FieldKind.DECIMAL, new BigDecimal("1E+3")))
        .set("small", given(FieldKind.DECIMAL, new BigDecimal("0.00000010")))
        .set("yes", given(FieldKind.FLAG, true))
        .set("no", given(FieldKind.FLAG, false))
        .set("date", given(FieldKind.DAY, LocalDate.of(2026, 11, 25)))
        .set("datetime", given(FieldKind.MOMENT, Instant.parse("2026-11-25T10:00:05.789Z")))
        .set("many2one", given(FieldKind.REFERENCE, 75L))
        .set("record", new FieldValue.LocalReference(LocalKey.of("teacher", 1), 12L))
        .set("many2many", given(FieldKind.REFERENCES, List.of(20L, 3L, 1L, 3L)))
        .set("none", given(FieldKind.REFERENCES, List.of()))
        .set("nothing", FieldValue.nothing())
        .build();
  }

  private static FieldValue given(FieldKind kind, Object value) {
    return kind.accept(FieldValue.of(value)).orElseThrow();
  }
}
