package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTableTest {

  private static final FieldValues NOTHING = FieldValues.builder().build();

  @Test
  void of_recordsWithDifferentFields_shareColumns() {
    Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
    records.put(
        key(1), record(values("name", "A").set("country_id", new FieldValue.Reference(75))));
    records.put(key(2), record(values("name", "B").set("country_id", FieldValue.nothing())));
    records.put(key(3), record(values("name", "C").set("email", FieldValue.of("c@example.com"))));

    LoadTable table = LoadTable.of("__app__", "res.partner", records);

    assertThat(table.columns()).containsExactly("id", "name", "country_id/.id", "email");
    assertThat(table.rows())
        .containsExactly(
            List.of("__app__.res_partner_teacher_1", "A", "75", ""),
            List.of("__app__.res_partner_teacher_2", "B", "", ""),
            List.of("__app__.res_partner_teacher_3", "C", "", "c@example.com"));
  }

  @Test
  void of_absentForAll_hasNoColumn() {
    Map<LocalKey, Mapping.Mapped> records =
        Map.of(key(1), record(values("name", "A").set("vat", FieldValue.nothing())));
    assertThat(LoadTable.of("__app__", "res.partner", records).columns())
        .containsExactly("id", "name");
  }

  @Test
  void of_absentOnCreate_hasColumnAllTheSame() {
    Mapping.Mapped lead =
        new Mapping.Mapped(
            values("name", "A").build(),
            FieldValues.builder().set("user_id", FieldValue.nothing()).build());
    LoadTable table = LoadTable.of("__app__", "crm.lead", Map.of(key(1), lead));
    assertThat(table.columns()).containsExactly("id", "name", "user_id");
    assertThat(table.rows().get(0)).endsWith("A", "");
  }

  @Test
  void of_referenceThatOneRecordLacks_hasOneColumn() {
    Map<LocalKey, Mapping.Mapped> leads = new LinkedHashMap<>();
    leads.put(key(1), withUser(FieldValue.nothing()));
    leads.put(key(2), withUser(new FieldValue.Reference(5)));
    LoadTable table = LoadTable.of("__app__", "crm.lead", leads);
    assertThat(table.columns()).containsExactly("id", "name", "user_id/.id");
    assertThat(table.rows().get(0)).endsWith("A", "");
    assertThat(table.rows().get(1)).endsWith("A", "5");
  }

  private static Mapping.Mapped withUser(FieldValue user) {
    return new Mapping.Mapped(
        values("name", "A").build(), FieldValues.builder().set("user_id", user).build());
  }

  @Test
  void alike_recordsWithDifferentFields_shareNoTable() {
    Mapping.Mapped plain = record(values("name", "A"));
    Mapping.Mapped named = record(values("name", "B").set("email", FieldValue.nothing()));
    Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
    records.put(key(1), plain);
    records.put(key(2), named);
    records.put(key(3), plain);
    assertThat(LoadTable.alike(records))
        .containsExactly(Map.of(key(1), plain, key(3), plain), Map.of(key(2), named));
  }

  @Test
  void of_lines_followTheirRecordWithEmptyHeader() {
    Mapping.Mapped invoice =
        new Mapping.Mapped(
            values("ref", "F-1").build(), NOTHING, lines("invoice_line_ids", "account.move.line"));
    LoadTable table = LoadTable.of("__app__", "account.move", Map.of(key(1), invoice));

    assertThat(table.columns())
        .containsExactly(
            "id",
            "ref",
            "invoice_line_ids/id",
            "invoice_line_ids/name",
            "invoice_line_ids/tax_ids/.id");
    String prefix = "__app__.account_move_line_teacher_1.";
    assertThat(table.rows())
        .containsExactly(
            List.of("__app__.account_move_teacher_1", "F-1", prefix + "1", "L1", "1,2"),
            List.of("", "", prefix + "2", "L2", ""),
            List.of("", "", prefix + "3", "L3", "1"));
  }

  private static LocalKey key(long id) {
    return LocalKey.of("teacher", id);
  }

  private static FieldValues.Builder values(String field, String text) {
    return FieldValues.builder().set(field, FieldValue.of(text));
  }

  private static Mapping.Mapped record(FieldValues.Builder values) {
    return new Mapping.Mapped(values.build(), NOTHING);
  }

  @Test
  void of_linesOfAnotherModel_areInTheirFieldAndUnderTheirModelsName() {
    Mapping.Mapped order =
        new Mapping.Mapped(
            values("ref", "F-1").build(), NOTHING, lines("order_line", "sale.order.line"));
    LoadTable table = LoadTable.of("__app__", "sale.order", Map.of(key(1), order));

    assertThat(table.columns()).contains("order_line/id", "order_line/name");
    assertThat(table.rows().get(1)).contains("__app__.sale_order_line_teacher_1.2");
  }

  private static Lines lines(String field, String model) {
    return new Lines(field, model, List.of(line("L1", 1L, 2L), line("L2"), line("L3", 1L)));
  }

  private static FieldValues line(String name, Long... taxes) {
    return values("name", name).set("tax_ids", new FieldValue.References(List.of(taxes))).build();
  }
}
