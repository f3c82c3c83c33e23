package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalIdTest {

  /** Odoo knows its records by these: if one changes, its record is created a second time. */
  @ParameterizedTest
  @CsvSource({
    "res.partner, teacher, 42, __app__.res_partner_teacher_42",
    "crm.lead, travel, 7a, __app__.crm_lead_travel_7a",
    "account.move, invoice, F-1/26, __app__.account_move_invoice_F-1_2f26"
  })
  void of_recordOfEachModel_neverChanges(String model, String kind, String id, String expected) {
    assertThat(ExternalId.of("__app__", model, LocalKey.of(kind, id))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "a-B7, a-B7",
    "a_b, a_5fb",
    "a b, a_20b",
    "a.b, a_2eb",
    "é, _c3_a9",
    "🚀, _f0_9f_9a_80",
    "a/b%, a_2fb_25"
  })
  void of_anyId_isEscaped(String id, String escaped) {
    assertThat(ExternalId.of("__app__", "res.partner", LocalKey.of("teacher", id)))
        .hasToString("__app__.res_partner_teacher_" + escaped);
  }

  @Test
  void of_similarKeys_neverCollide() {
    List<String> ids = List.of("a_b", "a b", "a.b", "a_5fb", "A_b", "a-b", "a_20b", "ab");
    Set<String> names = new HashSet<>();
    for (String id : ids) {
      names.add(ExternalId.of("__app__", "res.partner", LocalKey.of("teacher", id)).name());
      names.add(ExternalId.of("__app__", "res.partner", LocalKey.of("guest", id)).name());
    }
    assertThat(names).hasSize(2 * ids.size());
  }

  @Test
  void ofLine_kindCalledLine_doesNotCollideWithLines() {
    ExternalId line =
        ExternalId.ofLine("__app__", "account.move.line", LocalKey.of("invoice", 20), 20);
    assertThat(line).hasToString("__app__.account_move_line_invoice_20.20");
    assertThat(ExternalId.of("__app__", "account.move", LocalKey.of("line", "invoice  ")))
        .isNotEqualTo(line)
        .hasToString("__app__.account_move_line_invoice_20_20");
  }
}
