package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.List;

/** What belongs to one company may not be used by another. What has no company is for all. */
final class CompanyRules {
  private static final String OWN = "company_id";
  private static final String SEVERAL = "company_ids";

  private CompanyRules() {}

  static void checkMove(Env env, int id) {
    Model moves = Moves.moves(env);
    check(moves, id, moves.one(id, OWN).orElse(1), List.of("partner_id", "journal_id"));
  }

  static void checkLine(Env env, int id) {
    Model lines = env.model(Moves.LINES);
    int company =
        lines.one(id, "move_id").flatMap(move -> Moves.moves(env).one(move, OWN)).orElse(1);
    check(lines, id, company, List.of("tax_ids", "account_id", "product_id"));
  }

  static void checkLead(Env env, int id) {
    Model leads = Leads.leads(env);
    if (env.has(Fact.LEAD_COMPANY_CHECKED) && leads.one(id, OWN).isPresent()) {
      check(leads, id, leads.one(id, OWN).orElse(1), List.of("partner_id"));
    }
  }

  private static void check(Model model, int id, int company, List<String> fields) {
    for (String field : fields) {
      String relation = model.schema().field(field).map(known -> known.relation()).orElse("");
      for (int other : Python.ids(model.get(id, field))) {
        if (isForeign(model.env().superuser().model(relation), other, company)) {
          throw refusal(model, id, company, field);
        }
      }
    }
  }

  private static boolean isForeign(Model model, int id, int company) {
    if (model.schema().has(SEVERAL)) {
      List<Integer> owners = model.ids(id, SEVERAL);
      return !owners.isEmpty() && !owners.contains(company);
    }
    return model.one(id, OWN).filter(owner -> owner != company).isPresent();
  }

  private static OdooError refusal(Model model, int id, int company, String field) {
    String words =
        !model.env().has(Fact.COMPANIES_MEET_WITH_UH_OH)
            ? "Incompatible companies on records:\n- '%s' belongs to company '%s' and '%s' (%s) belongs to another company."
            : "Uh-oh! You’ve got some company inconsistencies here:\n- “%s” belongs to company “%s” while “%s” (%s) belongs to another company.\nTo avoid a mess, no company crossover is allowed!";
    String owner = model.env().superuser().model("res.company").text(company, "name");
    String label = model.schema().field(field).map(known -> known.label()).orElse(field);
    return OdooError.user(words.formatted(model.displayName(id), owner, label, field));
  }
}
