package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code crm.lead2opportunity.partner.mass}: the dialogue that turns a list of leads into
 * opportunities, and merges each with those that are like it.
 */
final class MassConversionWizard implements Behavior {

  static final String MODEL = "crm.lead2opportunity.partner.mass";
  private static final String LEADS = "lead_tomerge_ids";

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    values.putIfAbsent("action", "each_exist_or_create");
    values.putIfAbsent(LEADS, List.of(List.of(6, 0, Python.ids(env.contextValue("active_ids")))));
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("action_mass_convert", MassConversionWizard::convert));
  }

  private static Object convert(Invocation call) {
    Env env = call.env();
    int wizard = call.onlyId();
    List<Integer> selected = env.model(MODEL).ids(wizard, LEADS);
    List<Integer> left =
        env.model(MODEL).flag(wizard, "deduplicate") ? merged(env, selected) : selected;
    left.forEach(lead -> ConversionWizard.convert(env, env.model(MODEL), wizard, lead));
    return ConversionWizard.action(
        left.stream().findFirst().orElseThrow(() -> OdooError.user("No lead")));
  }

  private static List<Integer> merged(Env env, List<Integer> selected) {
    Set<Integer> left = new LinkedHashSet<>();
    Set<Integer> done = new LinkedHashSet<>();
    for (int lead : selected) {
      if (!done.contains(lead)) {
        List<Integer> similar = LeadMerges.similar(env, lead);
        done.addAll(similar);
        left.add(similar.size() > 1 ? LeadMerges.merge(env, similar) : lead);
      }
    }
    return List.copyOf(left);
  }
}
