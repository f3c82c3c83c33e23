package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lead takes from its customer, and what it gives back: a changed address or number travels
 * in both directions and moves the other record's {@code write_date}.
 */
final class LeadPartner {
  private static final List<String> ADDRESS =
      List.of("street", "street2", "zip", "city", "state_id", "country_id");
  private static final List<String> IF_EMPTY = List.of("function", "website", "mobile", "title");

  private LeadPartner() {}

  static void onCreate(Env env, int id, Map<String, Object> values) {
    if (values.get("partner_id") instanceof Integer partner) {
      take(env, id, partner, values);
      give(env, partner, values);
    }
  }

  static void onWrite(Env env, int id, Map<String, Object> values) {
    if (values.get("partner_id") instanceof Integer partner) {
      take(env, id, partner, values);
    } else if (env.is19() && Boolean.FALSE.equals(values.get("partner_id"))) {
      Leads.leads(env).store(id, "contact_name", false);
    }
    Leads.leads(env).one(id, "partner_id").ifPresent(partner -> give(env, partner, values));
  }

  private static void take(Env env, int lead, int partner, Map<String, Object> given) {
    Model leads = Leads.leads(env);
    Model partners = env.superuser().model("res.partner");
    takeUnlessGiven(leads, lead, given, "email_from", partners.get(partner, "email"));
    takeUnlessGiven(leads, lead, given, "phone", partners.get(partner, "phone"));
    takeUnlessGiven(leads, lead, given, "contact_name", contact(partners, partner));
    takeUnlessGiven(leads, lead, given, "partner_name", company(partners, partner));
    if (ADDRESS.stream().anyMatch(field -> partners.flag(partner, field))) {
      ADDRESS.forEach(
          field -> takeUnlessGiven(leads, lead, given, field, partners.get(partner, field)));
    }
    for (String field : IF_EMPTY) {
      if (!leads.flag(lead, field)) {
        takeUnlessGiven(leads, lead, given, field, partners.get(partner, field));
      }
    }
    if (env.is19()) {
      takeUnlessGiven(leads, lead, given, "lang_id", language(env, partners.text(partner, "lang")));
    }
  }

  private static void takeUnlessGiven(
      Model leads, int lead, Map<String, Object> given, String field, Object value) {
    if (!given.containsKey(field) && Python.isTrue(value)) {
      leads.store(lead, field, value);
    }
  }

  private static Object contact(Model partners, int partner) {
    return partners.flag(partner, "is_company") ? (Object) false : partners.get(partner, "name");
  }

  private static Object company(Model partners, int partner) {
    Optional<Integer> parent = partners.one(partner, "parent_id");
    if (parent.isPresent()) {
      return partners.get(parent.get(), "name");
    }
    return partners.flag(partner, "is_company") ? partners.get(partner, "name") : (Object) false;
  }

  private static Object language(Env env, String code) {
    return env.superuser().model("res.lang").search(List.of(List.of("code", "=", code))).stream()
        .findFirst()
        .map(Object.class::cast)
        .orElse(false);
  }

  /** The lead's own address and number become the partner's. */
  private static void give(Env env, int partner, Map<String, Object> values) {
    Model partners = env.superuser().model("res.partner");
    boolean changed = give(partners, partner, "email", values.getOrDefault("email_from", false));
    changed |= give(partners, partner, "phone", values.getOrDefault("phone", false));
    if (changed) {
      Partners.derive(env, partner);
      partners.touch(partner);
    }
  }

  private static boolean give(Model partners, int partner, String field, Object value) {
    if (!Python.isTrue(value) || partners.get(partner, field).equals(value)) {
      return false;
    }
    partners.store(partner, field, value);
    return true;
  }

  /** A partner's new address or number reaches its leads. */
  static void follow(Env env, int partner, Map<String, Object> values) {
    Model leads = env.superuser().model(Leads.MODEL);
    for (int lead : new ArrayList<>(leads.table().referencing("partner_id", partner))) {
      if (values.get("email") instanceof String email) {
        leads.store(lead, "email_from", email);
      }
      if (values.get("phone") instanceof String phone) {
        leads.store(lead, "phone", phone);
      }
      Leads.derive(env.superuser(), lead);
      leads.touch(lead);
    }
  }
}
