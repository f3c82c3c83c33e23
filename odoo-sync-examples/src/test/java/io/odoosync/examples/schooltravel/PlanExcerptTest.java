package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanExcerptTest {

  private static final PlannedField TO_ODOO =
      PlannedField.builder("city").local("b").odoo("a").toOdoo("b").build();
  private static final PlannedField TO_HOST =
      PlannedField.builder("city").local("b").odoo("a").toHost("a").build();

  @Test
  void lines_alikeRecords_showTheFirstAndCountTheOthers() {
    assertThat(lines(update(1, TO_ODOO), update(2, TO_ODOO), update(3, TO_ODOO)))
        .containsExactly(
            "  UPDATE CONTACT guest/1 res.partner 1, and 2 more like it",
            "    city: Odoo 'a' → 'b'");
  }

  @Test
  void lines_sameFieldTheOtherWay_isAnotherSort() {
    assertThat(lines(update(1, TO_ODOO), update(2, TO_HOST)))
        .containsExactly(
            "  UPDATE CONTACT guest/1 res.partner 1",
            "    city: Odoo 'a' → 'b'",
            "  UPDATE CONTACT guest/2 res.partner 2",
            "    city: host 'b' → 'a'");
  }

  @Test
  void lines_longRecord_areCut() {
    assertThat(lines(update(1, TO_ODOO, TO_HOST, TO_ODOO, TO_HOST)))
        .hasSize(PlanExcerpt.MAX_LINES)
        .last()
        .isEqualTo("    ...");
  }

  @Test
  void lines_nothingToDo_areNone() {
    assertThat(lines()).isEmpty();
  }

  private static PlannedRecord update(long id, PlannedField... fields) {
    return PlannedRecord.builder(
            EntityType.CONTACT, LocalKey.of(Keys.GUEST, id), PlannedRecord.Action.UPDATE)
        .odooId(id)
        .fields(Arrays.asList(fields))
        .build();
  }

  private static List<String> lines(PlannedRecord... records) {
    SyncPlan plan =
        SyncPlan.builder("__x__", Instant.EPOCH)
            .types(Set.of(EntityType.CONTACT))
            .records(List.of(records))
            .build();
    return new PlanExcerpt(plan).lines();
  }
}
