package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;
import java.util.Map;

/**
 * How far a lead is: stage, probability, closing date. The probability that Odoo learns from
 * earlier leads is the same for all open ones here, and 100 in a won stage.
 */
final class LeadProgress {
  static final double CERTAIN = 100.0;

  private static final double SAME = 0.005;

  private LeadProgress() {}

  static void onCreate(Env env, Map<String, Object> values) {
    if (isWon(env, values.get("stage_id") instanceof Integer stage ? stage : 0)) {
      win(values);
      if (env.has(Fact.WINNING_DATES_ONCE)) {
        values.put("date_closed", Moments.stored(env.now()));
      }
    } else {
      values.putIfAbsent("probability", chance(env));
      values.putIfAbsent("automated_probability", chance(env));
    }
  }

  private static double chance(Env env) {
    return env.registry().traits().leadChance();
  }

  static void onWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    boolean always = !env.has(Fact.STAGE_MOVES_BY_CHANGE);
    boolean moves = values.containsKey("stage_id") && (always || leavesStage(env, ids, values));
    boolean wins = moves && isWon(env, values.get("stage_id") instanceof Integer stage ? stage : 0);
    boolean closedBefore = wins && ids.stream().allMatch(id -> isInWonStage(Leads.leads(env), id));
    if (moves) {
      values.put("date_last_stage_update", Moments.stored(env.now()));
    }
    if (wins) {
      win(values);
    }
    if (wins && env.has(Fact.WON_STAGE_OPENS)) {
      values.put("active", true);
    }
    close(env, values, moves && !wins);
    if (closedBefore && env.has(Fact.WINNING_DATES_ONCE)) {
      values.remove("date_closed");
    }
  }

  private static boolean leavesStage(Env env, List<Integer> ids, Map<String, Object> values) {
    Object stage = values.getOrDefault("stage_id", false);
    return ids.stream().anyMatch(id -> !Leads.leads(env).stored(id, "stage_id").equals(stage));
  }

  private static void win(Map<String, Object> values) {
    values.put("probability", CERTAIN);
    values.put("automated_probability", CERTAIN);
  }

  /** Any probability opens a lead on 14, one above 0 on the others, and so does another stage. */
  private static void close(Env env, Map<String, Object> values, boolean moves) {
    boolean given = values.containsKey("probability");
    double chance = values.get("probability") instanceof Number number ? number.doubleValue() : 0;
    if (chance >= CERTAIN || Boolean.FALSE.equals(values.get("active"))) {
      values.put("date_closed", Moments.stored(env.now()));
    } else if (env.has(Fact.ZERO_KEEPS_CLOSED) ? chance > 0 || (moves && !given) : given) {
      values.put("date_closed", false);
    }
  }

  /** Another stage brings another probability, unless somebody has set one, or it is archived. */
  static void onMoved(Env env, int id, Map<String, Object> values) {
    if (!values.containsKey("stage_id")) {
      return;
    }
    Model leads = Leads.leads(env);
    boolean automated = isAutomated(leads, id);
    double learnt = learnt(leads, id);
    if (!values.containsKey("automated_probability")) {
      leads.store(id, "automated_probability", learnt);
    }
    if (automated && !values.containsKey("probability")) {
      leads.store(id, "probability", learnt);
    }
  }

  /** What {@code action_unarchive} does with the probability: a write of its own. */
  static void restoreProbability(Model leads, int id) {
    boolean automated = isAutomated(leads, id);
    double learnt = learnt(leads, id);
    leads.store(id, "automated_probability", learnt);
    if (automated && leads.number(id, "probability") != learnt) {
      leads.write(List.of(id), Map.of("probability", learnt));
    }
  }

  private static boolean isAutomated(Model leads, int id) {
    double difference = leads.number(id, "probability") - leads.number(id, "automated_probability");
    return leads.flag(id, "active") && Math.abs(difference) < SAME;
  }

  private static double learnt(Model leads, int id) {
    return isInWonStage(leads, id) ? CERTAIN : chance(leads.env());
  }

  private static boolean isInWonStage(Model leads, int id) {
    return isWon(leads.env(), leads.one(id, "stage_id").orElse(0));
  }

  private static boolean isWon(Env env, int stage) {
    Model stages = env.superuser().model("crm.stage");
    return stages.table().has(stage) && stages.flag(stage, "is_won");
  }

  /** Since Odoo 19 what stands in a won stage can't be lost or uncertain. */
  static void requireCertainty(Model leads, int id) {
    if (isInWonStage(leads, id) && leads.number(id, "probability") != CERTAIN) {
      throw OdooError.validation(
          "A lead in a Won stage cannot be lost. Move it to another stage first.");
    }
  }

  static String wonStatus(Model leads, int id) {
    double probability = leads.number(id, "probability");
    if (probability == CERTAIN && isInWonStage(leads, id)) {
      return "won";
    }
    return probability == 0 && !leads.flag(id, "active") ? "lost" : "pending";
  }
}
