package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdooRecordTest {

  private final OdooRecord filled =
      record(
          "id",
          7,
          "name",
          "Zoë",
          "amount",
          new BigDecimal("12.50"),
          "sequence",
          3,
          "active",
          true,
          "date",
          "2026-02-03",
          "write_date",
          "2026-02-03 04:05:06",
          "partner_id",
          List.of(42, "Zoë"),
          "company_id",
          1,
          "line_ids",
          List.of(3, 1, 2));

  private final OdooRecord empty =
      record(
          "id", 8,
          "name", false,
          "amount", new BigDecimal("0.0"),
          "active", false,
          "date", false,
          "write_date", false,
          "partner_id", false,
          "line_ids", List.of());

  @Test
  void accessors_filledFields_answerTheirValues() {
    assertThat(filled.id()).isEqualTo(7);
    assertThat(filled.text("name")).contains("Zoë");
    assertThat(filled.number("amount")).contains(new BigDecimal("12.50"));
    assertThat(filled.number("sequence")).contains(new BigDecimal("3"));
    assertThat(filled.whole("sequence")).contains(3L);
    assertThat(filled.flag("active")).isTrue();
    assertThat(filled.date("date")).contains(LocalDate.of(2026, 2, 3));
    assertThat(filled.instant("write_date")).contains(Instant.parse("2026-02-03T04:05:06Z"));
    assertThat(filled.reference("partner_id")).contains(42L);
    assertThat(filled.reference("company_id")).contains(1L);
    assertThat(filled.references("line_ids")).containsExactly(3L, 1L, 2L);
  }

  @Test
  void accessors_falseInOdoo_answerAbsent() {
    assertThat(empty.text("name")).isEmpty();
    assertThat(empty.number("amount")).contains(new BigDecimal("0.0"));
    assertThat(empty.whole("name")).isEmpty();
    assertThat(empty.flag("active")).isFalse();
    assertThat(empty.date("date")).isEmpty();
    assertThat(empty.instant("write_date")).isEmpty();
    assertThat(empty.reference("partner_id")).isEmpty();
    assertThat(empty.references("line_ids")).isEmpty();
  }

  @Test
  void accessors_fieldNotAskedFor_answerAbsent() {
    assertThat(empty.text("other")).isEmpty();
    assertThat(empty.number("other")).isEmpty();
    assertThat(empty.flag("other")).isFalse();
    assertThat(empty.reference("other")).isEmpty();
    assertThat(empty.references("other")).isEmpty();
  }

  @Test
  void references_listOfSomethingElse_saysSo() {
    OdooRecord record = record("id", 7, "lines", List.of(Map.of("id", 1)));
    assertThatThrownBy(() -> record.references("lines"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a whole number, but found a map of size 1");
  }

  @Test
  void record_withoutId_isRefused() {
    assertThatThrownBy(() -> record("name", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a record of Odoo has a numeric id");
  }

  @Test
  void toString_largeRecord_isCut() {
    assertThat(record("id", 7, "name", "x")).hasToString("OdooRecord{\"id\":7,\"name\":\"x\"}");
    assertThat(record("id", 7, "file", "x".repeat(1_000_000)).toString()).hasSizeLessThan(600);
  }

  private static OdooRecord record(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return new OdooRecord(OdooValue.of(values));
  }
}
