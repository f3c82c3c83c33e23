package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Python;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code crm.merge.opportunity}: the dialogue that makes one lead of several. */
final class MergeWizard implements Behavior {

  static final String MODEL = "crm.merge.opportunity";
  private static final String LEADS = "opportunity_ids";

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    List<Integer> selected = Python.ids(env.contextValue("active_ids"));
    if (!selected.isEmpty()) {
      values.putIfAbsent(LEADS, List.of(List.of(6, 0, selected)));
    }
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("action_merge", MergeWizard::merge));
  }

  /** Odoo 14 does not see archived leads here. */
  private static Object merge(Invocation call) {
    Env env = call.env();
    List<Integer> leads =
        env.model(MODEL).ids(call.onlyId(), LEADS).stream()
            .filter(id -> env.has(Fact.MERGE_SEES_ARCHIVED) || Leads.leads(env).flag(id, "active"))
            .toList();
    int left = LeadMerges.merge(env, leads);
    return env.has(Fact.LEAD_MERGE_NOTIFIES) ? notification() : ConversionWizard.action(left);
  }

  private static Map<String, Object> notification() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("message", "Leads merged");
    parameters.put("type", "success");
    parameters.put("sticky", false);
    parameters.put("next", Map.of("type", "ir.actions.act_window_close"));
    return Map.of("type", "ir.actions.client", "tag", "display_notification", "params", parameters);
  }
}
