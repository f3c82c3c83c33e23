package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.ClosedCursor;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code base.partner.merge.automatic.wizard}: the dialogue that makes one partner of several. */
final class PartnerMergeWizard implements Behavior {
  static final String MODEL = "base.partner.merge.automatic.wizard";

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("action_merge", PartnerMergeWizard::merge));
  }

  private static Object merge(Invocation call) {
    Env env = call.env();
    Model wizards = env.model(MODEL);
    int wizard = call.onlyId();
    List<Integer> partners = wizards.ids(wizard, "partner_ids");
    int survivor = wizards.one(wizard, "dst_partner_id").orElse(0);
    partners.stream()
        .filter(id -> id != survivor)
        .forEach(id -> PartnerMerges.merge(env.superuser(), id, survivor));
    Map<String, Object> dialogue = dialogue(wizard);
    return env.has(Fact.MERGING_CLOSES_CURSOR) ? new ClosedCursor(pushed(dialogue)) : dialogue;
  }

  private static Map<String, Object> dialogue(int wizard) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("type", "ir.actions.act_window");
    action.put("res_model", MODEL);
    action.put("res_id", wizard);
    action.put("view_mode", "form");
    action.put("target", "new");
    return action;
  }

  /** What the web client of 20 is to forget of the merged partners is left out. */
  private static Map<String, Object> pushed(Map<String, Object> dialogue) {
    Map<String, Object> next = new LinkedHashMap<>(dialogue);
    next.put("views", List.of(List.of(false, "form")));
    return Map.of(
        "type",
        "ir.actions.client",
        "tag",
        "mail.store_insert",
        "params",
        Map.of("store_values", Map.of(), "next_action", next));
  }
}
