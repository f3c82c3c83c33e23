package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;
import java.util.Map;

/**
 * How far a lead is: stage, probability, closing date. The probability that Odoo learns from
 * earlier leads is always 0 here.
 */
final class LeadProgress {
  static final double CERTAIN = 100.0;

  private LeadProgress() {}

  static void onCreate(Env env, Map<String, Object> values) {
    if (isWon(env, values.get("stage_id") instanceof Integer stage ? stage : 0)) {
      win(values);
      if (!env.is14()) {
        values.put("date_closed", Moments.stored(env.now()));
      }
    }
  }

  static void onWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    if (values.get("stage_id") instanceof Integer stage) {
      moveTo(env, ids, stage, values);
    }
    if (values.containsKey("probability") || values.containsKey("active")) {
      close(env, values);
    }
  }

  private static void moveTo(Env env, List<Integer> ids, int stage, Map<String, Object> values) {
    values.put("date_last_stage_update", Moments.stored(env.now()));
    if (isWon(env, stage)) {
      win(values);
      values.put("date_closed", Moments.stored(env.now()));
    } else if (ids.stream().anyMatch(id -> Leads.leads(env).number(id, "probability") == CERTAIN)) {
      values.putIfAbsent("probability", 0.0);
      values.putIfAbsent("automated_probability", 0.0);
      if (!env.is14()) {
        values.put("date_closed", false);
      }
    }
  }

  private static void win(Map<String, Object> values) {
    values.put("probability", CERTAIN);
    values.put("automated_probability", CERTAIN);
  }

  private static void close(Env env, Map<String, Object> values) {
    String now = Moments.stored(env.now());
    if (values.get("probability") instanceof Number chance && chance.doubleValue() == CERTAIN) {
      values.put("date_closed", now);
    } else if (Boolean.FALSE.equals(values.get("active"))) {
      values.put("date_closed", env.is14() ? (Object) false : now);
    } else if (Boolean.TRUE.equals(values.get("active"))) {
      values.put("date_closed", false);
    }
  }

  private static boolean isWon(Env env, int stage) {
    Model stages = env.superuser().model("crm.stage");
    return stages.table().has(stage) && stages.flag(stage, "is_won");
  }

  /** Since Odoo 19 what stands in a won stage can't be lost or uncertain. */
  static void requireCertainty(Model leads, int id) {
    boolean inWonStage = isWon(leads.env(), leads.one(id, "stage_id").orElse(0));
    if (inWonStage && leads.number(id, "probability") != CERTAIN) {
      throw OdooError.validation(
          "A lead in a Won stage cannot be lost. Move it to another stage first.");
    }
  }

  static String wonStatus(Model leads, int id) {
    double probability = leads.number(id, "probability");
    if (leads.flag(id, "active")) {
      boolean inWonStage = isWon(leads.env(), leads.one(id, "stage_id").orElse(0));
      return probability == CERTAIN && inWonStage ? "won" : "pending";
    }
    return probability == 0 ? "lost" : "pending";
  }
}
