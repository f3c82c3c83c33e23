package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a lead takes from its customer, and what it gives back: a changed address or number travels
 * in both directions and moves the other record's {@code write_date}.
 */
final class LeadPartner {
  private static final List<String> ADDRESS =
      List.of("street", "street2", "zip", "city", "state_id", "country_id");
  private static final List<String> IF_EMPTY = List.of("function", "website", "mobile", "title");

  /** What Odoo 14 computes at once, so that none of it comes from the partner if one was given. */
  private static final List<String> TOGETHER =
      Stream.of(List.of("contact_name", "partner_name"), ADDRESS, IF_EMPTY)
          .flatMap(List::stream)
          .toList();

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
    } else if (env.has(Fact.CUSTOMERS_NAMES_LEAVE)
        && Boolean.FALSE.equals(values.get("partner_id"))) {
      List.of("contact_name", "partner_name", "lang_id")
          .forEach(field -> Leads.leads(env).store(id, field, false));
    }
    Leads.leads(env).one(id, "partner_id").ifPresent(partner -> give(env, partner, values));
  }

  private static void take(Env env, int lead, int partner, Map<String, Object> given) {
    Model leads = Leads.leads(env);
    Model partners = env.superuser().model("res.partner");
    takeUnlessGiven(leads, lead, given, "email_from", partners.get(partner, "email"));
    takeUnlessGiven(leads, lead, given, "phone", partners.get(partner, "phone"));
    if (env.has(Fact.CUSTOMER_TAKEN_TOGETHER) && TOGETHER.stream().anyMatch(given::containsKey)) {
      return;
    }
    takeUnlessGiven(leads, lead, given, "contact_name", contact(partners, partner));
    takeUnlessGiven(leads, lead, given, "partner_name", company(partners, partner));
    takeAddress(leads, lead, given, partner);
    for (String field : IF_EMPTY) {
      if (!leads.flag(lead, field)) {
        takeUnlessGiven(leads, lead, given, field, partners.get(partner, field));
      }
    }
    if (env.has(Fact.LEAD_TAKES_LANGUAGE)) {
      takeUnlessGiven(leads, lead, given, "lang_id", language(env, partners.text(partner, "lang")));
    }
  }

  /** The address is taken as a whole, or not at all. */
  private static void takeAddress(Model leads, int lead, Map<String, Object> given, int partner) {
    Model partners = leads.env().superuser().model("res.partner");
    boolean own = ADDRESS.stream().anyMatch(given::containsKey);
    if (!own && ADDRESS.stream().anyMatch(field -> partners.flag(partner, field))) {
      ADDRESS.forEach(field -> leads.store(lead, field, partners.get(partner, field)));
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

  /** The lead's own address and number become the partner's; up to 17 also if they are empty. */
  private static void give(Env env, int partner, Map<String, Object> values) {
    Model partners = env.superuser().model("res.partner");
    boolean changed = give(partners, partner, "email", values, "email_from");
    changed |= give(partners, partner, "phone", values, "phone");
    if (changed) {
      Partners.derive(env, partner);
      partners.touch(partner);
    }
  }

  private static boolean give(
      Model partners, int partner, String field, Map<String, Object> values, String from) {
    Object value = values.getOrDefault(from, false);
    boolean empties = partners.env().has(Fact.EMPTY_NUMBERS_REACH_CUSTOMER);
    boolean wanted = empties ? values.containsKey(from) : Python.isTrue(value);
    if (!wanted || partners.get(partner, field).equals(value)) {
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
