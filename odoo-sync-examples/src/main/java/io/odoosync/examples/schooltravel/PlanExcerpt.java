package io.odoosync.examples.schooltravel;

import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for a person with little time: one example of each sort of change. */
final class PlanExcerpt {

  /** How many lines an example has at most. */
  static final int MAX_LINES = 4;

  private static final String MORE = "    ...";

  private final SyncPlan plan;

  PlanExcerpt(SyncPlan plan) {
    this.plan = plan;
  }

  /** The excerpt. */
  List<String> lines() {
    Map<String, List<PlannedRecord>> sorts =
        plan.records().stream()
            .collect(
                Collectors.groupingBy(PlanExcerpt::sort, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    sorts.values().forEach(alike -> lines.addAll(example(alike)));
    return lines;
  }

  private static List<String> example(List<PlannedRecord> alike) {
    List<String> all = alike.get(0).toString().lines().map(line -> "  " + line).toList();
    List<String> lines = new ArrayList<>(all.subList(0, Math.min(all.size(), MAX_LINES)));
    if (alike.size() > 1) {
      lines.set(0, lines.get(0) + ", and " + (alike.size() - 1) + " more like it");
    }
    if (all.size() > MAX_LINES) {
      lines.set(MAX_LINES - 1, MORE);
    }
    return lines;
  }

  /** Records are alike if the same is done to the same fields. */
  private static String sort(PlannedRecord record) {
    boolean changes = record.action() == PlannedRecord.Action.UPDATE;
    return record.type()
        + " "
        + record.action()
        + (changes ? record.fields().stream().map(PlanExcerpt::sort).toList() : "");
  }

  private static String sort(PlannedField field) {
    return field.field()
        + (field.toOdoo() == null ? "" : " to Odoo")
        + (field.toHost() == null ? "" : " to host")
        + (field.conflict() == null ? "" : " in conflict");
  }
}
