package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code crm.lead}: leads and opportunities. */
final class Leads implements Behavior {
  static final String MODEL = "crm.lead";

  static Model leads(Env env) {
    return env.model(MODEL);
  }

  @Override
  public String order(Env env) {
    return "priority desc, id desc";
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    boolean usesLeads = env.user().hasGroup("crm.group_use_lead");
    values.putIfAbsent("type", usesLeads ? "lead" : "opportunity");
    values.putIfAbsent("user_id", env.user().id());
    firstStage(env).ifPresent(stage -> values.putIfAbsent("stage_id", stage));
    assignTeam(env, values, values.get("user_id") instanceof Integer);
    boolean inCompany =
        !env.has(Fact.LEAD_COMPANY_DERIVED)
            || values.get("team_id") instanceof Integer
            || values.get("user_id") instanceof Integer;
    values.putIfAbsent("company_id", inCompany ? (Object) env.company() : false);
    LeadProgress.onCreate(env, values);
  }

  private static Optional<Integer> firstStage(Env env) {
    return env.superuser().model("crm.stage").search(List.of()).stream().findFirst();
  }

  /** Of leads, older releases give only opportunities the salesperson's team. */
  private static void assignTeam(Env env, Map<String, Object> values, boolean assigned) {
    boolean wanted = env.has(Fact.LEADS_GET_TEAMS) || "opportunity".equals(values.get("type"));
    if (assigned && wanted) {
      env.superuser().model("crm.team").search(List.of()).stream()
          .findFirst()
          .ifPresent(team -> values.putIfAbsent("team_id", team));
    }
  }

  @Override
  public void created(Env env, int id, Map<String, Object> values) {
    Model leads = leads(env);
    leads.store(id, "date_last_stage_update", Moments.stored(env.now()));
    if (leads.one(id, "user_id").isPresent()) {
      leads.store(id, "date_open", Moments.stored(env.now()));
    }
    CompanyRules.checkLead(env, id);
    LeadPartner.onCreate(env, id, values);
    derive(env, id);
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    LeadProgress.onWrite(env, ids, values);
    boolean assigned =
        env.has(Fact.TEAM_FOLLOWS_SALESPERSON) && values.get("user_id") instanceof Integer;
    if ((assigned || "opportunity".equals(values.get("type"))) && lacksTeam(env, ids, assigned)) {
      assignTeam(env, values, true);
    }
    boolean always = !env.has(Fact.ASSIGNED_BY_CHANGE);
    if (values.containsKey("user_id") && (always || changesUser(env, ids, values))) {
      Object opened = values.get("user_id") instanceof Integer ? Moments.stored(env.now()) : false;
      values.putIfAbsent("date_open", opened);
    }
  }

  private static boolean changesUser(Env env, List<Integer> ids, Map<String, Object> values) {
    Object user = values.getOrDefault("user_id", false);
    return ids.stream().anyMatch(id -> !leads(env).stored(id, "user_id").equals(user));
  }

  private static boolean lacksTeam(Env env, List<Integer> ids, boolean assigned) {
    Model leads = leads(env);
    return ids.stream()
        .anyMatch(
            id ->
                leads.one(id, "team_id").isEmpty()
                    && (assigned || leads.one(id, "user_id").isPresent()));
  }

  @Override
  public void written(Env env, List<Integer> ids, Map<String, Object> values) {
    for (int id : ids) {
      CompanyRules.checkLead(env, id);
      LeadPartner.onWrite(env, id, values);
      LeadProgress.onMoved(env, id, values);
      if (env.has(Fact.WON_STAGE_IS_CERTAIN)) {
        LeadProgress.requireCertainty(leads(env), id);
      }
      derive(env, id);
    }
  }

  static void derive(Env env, int id) {
    Model leads = leads(env);
    leads.store(id, "email_normalized", Emails.normalized(env, leads.stored(id, "email_from")));
    leads.store(id, "phone_sanitized", Phones.sanitized(env, leads.stored(id, "phone")));
    leads.store(id, "won_status", LeadProgress.wonStatus(leads, id));
  }

  @Override
  public void check(Env env, int id) {
    double chance = leads(env).number(id, "probability");
    if (chance < 0 || chance > LeadProgress.CERTAIN) {
      String words = "The probability of closing the deal should be between 0% and 100%!";
      String shown = "The operation cannot be completed: " + words;
      boolean inWords = env.has(Fact.CONSTRAINTS_IN_WORDS);
      throw OdooError.constraint(inWords ? shown : "crm_lead_check_probability", words);
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    return field.equals("company_currency")
        ? Optional.of(env.superuser().model("res.company").get(1, "currency_id"))
        : Optional.empty();
  }

  @Override
  public List<Method> methods(Env env) {
    return LeadMethods.of(env);
  }
}
