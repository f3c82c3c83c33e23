package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import io.odoosync.testkit.internal.schema.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done with leads: win, lose, restore, convert. */
final class LeadMethods {
  private LeadMethods() {}

  static List<Method> of(Env env) {
    String partner = partner(env);
    List<Method> methods =
        new ArrayList<>(
            List.of(
                Method.onRecords("action_set_won", LeadMethods::win),
                Method.onRecords("action_set_won_rainbowman", LeadMethods::winWithRainbow),
                Method.onRecords("action_set_lost", LeadMethods::lose).lenient(),
                LeadMerges.method(),
                Method.onRecords("action_archive", LeadMethods::archive),
                Method.onRecords("action_unarchive", LeadMethods::restore),
                Method.onRecords("convert_opportunity", LeadMethods::convert, partner)
                    .optional("user_ids", "team_id")));
    if (env.has(Fact.TOGGLE_ACTIVE)) {
      methods.add(Method.onRecords("toggle_active", LeadMethods::toggle));
    }
    return methods;
  }

  private static String partner(Env env) {
    return env.has(Fact.CONVERT_WANTS_RECORD) ? "partner" : "partner_id";
  }

  private static Object win(Invocation call) {
    restore(call);
    Model stages = call.env().superuser().model("crm.stage");
    Map<String, Object> values = new HashMap<>();
    values.put("probability", LeadProgress.CERTAIN);
    stages.search(List.of(List.of("is_won", "=", true))).stream()
        .findFirst()
        .ifPresent(stage -> values.put("stage_id", stage));
    call.model().write(call.ids(), values);
    return true;
  }

  private static Object winWithRainbow(Invocation call) {
    call.onlyId();
    return win(call);
  }

  /** Up to 18 archiving loses; 19 archives and loses, whatever the lead was before. */
  private static Object lose(Invocation call) {
    archive(call);
    Map<String, Object> values = new LinkedHashMap<>(call.arguments());
    if (call.env().has(Fact.LOSING_EMPTIES_PROBABILITY)) {
      values.put("probability", 0);
      values.put("automated_probability", 0);
    }
    if (!values.isEmpty()) {
      call.model().write(call.ids(), values);
    }
    return Json.None.NONE;
  }

  private static Object toggle(Invocation call) {
    Model leads = call.model();
    leads.require(call.ids());
    call.ids().forEach(id -> setActive(leads, id, !leads.flag(id, "active")));
    return Json.None.NONE;
  }

  private static Object archive(Invocation call) {
    return bring(call, false);
  }

  private static Object restore(Invocation call) {
    return bring(call, true);
  }

  private static Object bring(Invocation call, boolean active) {
    Model leads = call.model();
    leads.require(call.ids());
    call.ids().stream()
        .filter(id -> leads.flag(id, "active") != active)
        .forEach(id -> setActive(leads, id, active));
    return Json.None.NONE;
  }

  private static void setActive(Model leads, int id, boolean active) {
    leads.write(List.of(id), Map.of("active", active));
    if (active) {
      String reason = leads.schema().has("lost_reason") ? "lost_reason" : "lost_reason_id";
      leads.write(List.of(id), Map.of(reason, false));
      LeadProgress.restoreProbability(leads, id);
    } else if (leads.env().has(Fact.ARCHIVE_EMPTIES_PROBABILITY)) {
      leads.write(List.of(id), Map.of("probability", 0, "automated_probability", 0));
    }
  }

  private static Object convert(Invocation call) {
    call.model().require(call.ids());
    Object partner = call.get(partner(call.env()));
    for (int id : call.ids()) {
      if (isOpen(call.model(), id)) {
        convert(call, id, partner);
      }
    }
    return true;
  }

  private static boolean isOpen(Model leads, int id) {
    return leads.flag(id, "active") && leads.number(id, "probability") != LeadProgress.CERTAIN;
  }

  private static void convert(Invocation call, int id, Object partner) {
    if (partner instanceof Integer && call.env().has(Fact.CONVERT_WANTS_RECORD)) {
      throw OdooError.python("AttributeError", "'int' object has no attribute 'id'");
    }
    String now = Moments.stored(call.env().now());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("partner_id", partner);
    values.put("type", "opportunity");
    values.put("date_open", now);
    values.put("date_conversion", now);
    List<Integer> users = Python.ids(call.get("user_ids"));
    if (!users.isEmpty()) {
      values.put("user_id", users.get(0));
    }
    if (call.get("team_id") instanceof Integer team) {
      values.put("team_id", team);
    }
    call.model().write(List.of(id), values);
  }
}
