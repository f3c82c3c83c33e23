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

  private static final PlannedField TO_ODOO = new PlannedField("city", "b", "a", "b", null, null);
  private static final PlannedField TO_HOST = new PlannedField("city", "b", "a", null, "a", null);

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
    return new PlannedRecord(
        EntityType.CONTACT,
        LocalKey.of(Keys.GUEST, id),
        PlannedRecord.Action.UPDATE,
        id,
        Arrays.asList(fields),
        List.of(),
        List.of(),
        null);
  }

  private static List<String> lines(PlannedRecord... records) {
    SyncPlan plan =
        new SyncPlan("__x__", Instant.EPOCH, Set.of(EntityType.CONTACT), List.of(records), 0, null);
    return new PlanExcerpt(plan).lines();
  }
}
