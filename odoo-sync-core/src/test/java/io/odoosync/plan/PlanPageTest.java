package io.odoosync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.PageText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanPageTest {

  private static final String HOSTILE = "<script>alert('1')</script>\u001b\u202e";
  private static final String SHOWN = "<script>alert('1')</script>\\u001b\\u202e";

  private static SyncPlan plan(PlannedRecord... records) {
    return SyncPlan.builder("__test__", Instant.parse("2026-11-27T10:15:00Z"))
        .odoo("prod at erp.example.com")
        .types(List.of(EntityType.CONTACT, EntityType.TRAVEL))
        .records(List.of(records))
        .unchanged(1_200)
        .build();
  }

  @Test
  void toHtml_changedField_hasBothValuesAndWhatWillBe() {
    PlannedRecord update =
        PlannedRecord.builder(
                EntityType.CONTACT, LocalKey.of("teacher", 1), PlannedRecord.Action.UPDATE)
            .odooId(7L)
            .fields(
                List.of(
                    PlannedField.builder("phone").local("01").odoo("").toOdoo("01").build(),
                    PlannedField.builder("city").local("A").odoo("B").conflict("left").build()))
            .steps(List.of("stage → Qualified"))
            .build();

    PageText page = PageText.of(plan(update).toHtml());

    assertThat(page.texts("td"))
        .containsExactly(
            "01", "nothing", "as it is", "01", "", "A", "B", "as it is", "as it is", "left");
    assertThat(page.texts("h3").get(0)).contains("teacher/1", "to be updated", "res.partner 7");
    assertThat(page.text())
        .contains("1 record with something to do or to say, 1,200 unchanged")
        .contains("stage → Qualified", "prod at erp.example.com", "Nothing to do.");
  }

  @Test
  void toHtml_textsOfOthers_areNothingButText() {
    PlannedField field =
        PlannedField.builder(HOSTILE)
            .local(HOSTILE)
            .odoo(HOSTILE)
            .toHost(HOSTILE)
            .conflict(HOSTILE)
            .build();
    PlannedRecord fails =
        PlannedRecord.builder(
                EntityType.CONTACT, LocalKey.of("teacher", "<b>"), PlannedRecord.Action.FAIL)
            .reason(HOSTILE)
            .fields(List.of(field))
            .lines(List.of(HOSTILE))
            .notes(List.of(HOSTILE))
            .build();

    PageText page =
        PageText.of(plan(fails).toBuilder().stopped(HOSTILE).odoo(HOSTILE).build().toHtml());

    assertThat(page.names()).doesNotContain("script", "b");
    assertThat(page.text()).contains(SHOWN).contains("teacher/<b>").contains("can't be carried");
  }

  @Test
  void toHtml_newRecord_hasValuesAlone() {
    PlannedRecord create =
        PlannedRecord.builder(
                EntityType.TRAVEL, LocalKey.of("travel", 1), PlannedRecord.Action.CREATE)
            .fields(List.of(PlannedField.builder("name").local("Rome").toOdoo("Rome").build()))
            .build();

    PageText page = PageText.of(plan(create).toHtml());

    assertThat(page.texts("th")).containsExactly("Field", "Value", "name");
    assertThat(page.values("svg", "aria-label")).contains("Travel records: 1 to be created");
  }
}
