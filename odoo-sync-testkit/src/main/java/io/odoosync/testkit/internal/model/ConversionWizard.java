package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code crm.lead2opportunity.partner}: the dialogue that turns leads into opportunities. */
final class ConversionWizard implements Behavior {
  private static final String MODEL = "crm.lead2opportunity.partner";

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    if (env.contextValue("active_id") instanceof Integer lead) {
      values.putIfAbsent("lead_id", lead);
    }
    if (values.get("lead_id") instanceof Integer lead) {
      List<Integer> similar = LeadMerges.similar(env, lead);
      values.putIfAbsent("duplicated_lead_ids", List.of(List.of(6, 0, similar)));
      values.putIfAbsent("name", similar.size() > 1 ? "merge" : "convert");
    }
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("action_apply", ConversionWizard::apply));
  }

  private static Object apply(Invocation call) {
    int wizard = call.onlyId();
    Model wizards = call.env().model(MODEL);
    List<Integer> leads = Python.ids(call.env().contextValue("active_ids"));
    if (leads.isEmpty()) {
      leads = wizards.ids(wizard, "lead_id");
    }
    if (wizards.text(wizard, "name").equals("merge")) {
      return action(merge(call.env(), wizards, wizard));
    }
    leads.forEach(lead -> convert(call.env(), wizards, wizard, lead));
    return action(leads.stream().findFirst().orElseThrow(() -> OdooError.user("No lead")));
  }

  /** Merges first; what is left becomes an opportunity. On 14 only who may delete leads may. */
  private static int merge(Env env, Model wizards, int wizard) {
    Set<Integer> merged = new LinkedHashSet<>(wizards.ids(wizard, "duplicated_lead_ids"));
    if (env.has(Fact.MERGE_REWORKED)) {
      wizards.one(wizard, "lead_id").ifPresent(merged::add);
    }
    List<Integer> leads = LeadMerges.keepingAll(env, List.copyOf(merged));
    int left = leads.get(0);
    if (env.model("crm.lead").text(left, "type").equals("lead")) {
      convert(env, wizards, wizard, left);
    }
    Env deleting = env.has(Fact.MERGE_REWORKED) ? env.superuser() : env;
    deleting.model("crm.lead").unlink(leads.subList(1, leads.size()));
    return left;
  }

  static void convert(Env env, Model wizards, int wizard, int lead) {
    String now = Moments.stored(env.now());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", "opportunity");
    values.put("date_open", now);
    values.put("date_conversion", now);
    values.put("partner_id", partner(env, wizards, wizard, lead));
    env.model("crm.lead").write(List.of(lead), values);
  }

  private static Object partner(Env env, Model wizards, int wizard, int lead) {
    Model leads = env.model("crm.lead");
    Object known = leads.get(lead, "partner_id");
    if (Python.isTrue(known) || !wizards.text(wizard, "action").equals("create")) {
      Object chosen = wizards.get(wizard, "partner_id");
      return Python.isTrue(chosen) ? chosen : known;
    }
    return env.model("res.partner").create(contact(leads, lead));
  }

  private static Map<String, Object> contact(Model leads, int lead) {
    String contact = leads.text(lead, "contact_name");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", contact.isEmpty() ? leads.text(lead, "name") : contact);
    values.put("email", leads.get(lead, "email_from"));
    values.put("phone", leads.get(lead, "phone"));
    return values;
  }

  static Map<String, Object> action(int lead) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("name", "Lead or Opportunity");
    action.put("view_mode", "form");
    action.put("res_model", "crm.lead");
    action.put("domain", List.of(List.of("type", "=", "opportunity")));
    action.put("res_id", lead);
    action.put("view_id", false);
    action.put("type", "ir.actions.act_window");
    action.put("context", Map.of("default_type", "opportunity"));
    return action;
  }
}
