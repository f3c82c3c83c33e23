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

  /** What databases hold already: an id that changed by a byte would create the record again. */
  @ParameterizedTest
  @CsvSource({
    "res.partner, teacher, 42, __app__.res_partner_teacher_42",
    "res.partner, guest2, -7, __app__.res_partner_guest2_-7",
    "res.partner, a, 0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b,"
        + " __app__.res_partner_a_0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b",
    "crm.lead, travel, 2026/7, __app__.crm_lead_travel_2026_2f7",
    "account.move, invoice, FA 2026~01, __app__.account_move_invoice_FA_202026_7e01",
    "account.move, line, x_5f, __app__.account_move_line_x_5f5f"
  })
  void of_keyOfAnEarlierVersion_staysTheSame(
      String model, String kind, String id, String externalId) {
    assertThat(ExternalId.of("__app__", model, LocalKey.of(kind, id))).hasToString(externalId);
  }

  @ParameterizedTest
  @CsvSource({
    "SCHOOL_TEACHER, SCHOOL-TEACHER",
    "schoolTeacher, schoolTeacher",
    "school_, school-",
    "s__t, s--t"
  })
  void of_kindAsHostsNameThem_isWrittenWithoutUnderscores(String kind, String written) {
    LocalKey key = LocalKey.of(kind, 1);
    ExternalId id = ExternalId.of("__app__", "res.partner", key);
    assertThat(id).hasToString("__app__.res_partner_" + written + "_1");
    assertThat(ExternalId.parse("__app__", "res.partner", id.name())).hasValue(key);
  }

  @Test
  void of_compositeKey_isEscapedAndReadBack() {
    LocalKey key = LocalKey.of("line", 4711, "F/R~", "é");
    ExternalId id = ExternalId.of("__app__", "res.partner", key);
    assertThat(id).hasToString("__app__.res_partner_line_4711_2fF_7e1R_7e0_2f_c3_a9");
    assertThat(ExternalId.parse("__app__", "res.partner", id.name()).orElseThrow().parts())
        .containsExactly("4711", "F/R~", "é");
  }

  @Test
  void of_similarKeys_neverCollide() {
    List<String> ids = List.of("a_b", "a b", "a.b", "a_5fb", "A_b", "a-b", "a_20b", "ab", "_", "-");
    List<String> kinds =
        List.of("teacher", "Teacher", "teacher_", "teacher_a", "t_eacher", "guest");
    Set<String> names = new HashSet<>();
    for (String kind : kinds) {
      for (String id : ids) {
        names.add(ExternalId.of("__app__", "res.partner", LocalKey.of(kind, id)).name());
      }
    }
    assertThat(names).hasSize(kinds.size() * ids.size());
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
