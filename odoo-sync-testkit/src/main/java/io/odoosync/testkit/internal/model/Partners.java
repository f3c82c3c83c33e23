package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code res.partner}: contacts and companies. */
final class Partners implements Behavior {
  private static final String COMPANY = "is_company";

  private static Model partners(Env env) {
    return env.model("res.partner");
  }

  @Override
  public String order(Env env) {
    boolean complete = env.model("res.partner").schema().has("complete_name");
    return complete ? "complete_name, id desc" : "display_name";
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    normalize(values);
    Identifiers.gather(partners(env), OptionalInt.empty(), values);
    if (env.has(Fact.VATS_CHECKED)) {
      Vats.onCreate(env, values);
    }
    if (env.has(Fact.COMPANY_DERIVED)) {
      values.remove(COMPANY);
    }
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    normalize(values);
    ids.forEach(id -> Identifiers.gather(partners(env), OptionalInt.of(id), values));
    if (env.has(Fact.VATS_CHECKED)) {
      Vats.onWrite(env, ids, values);
    }
    if (Boolean.FALSE.equals(values.get("active"))) {
      ids.forEach(id -> requireNoUser(env, id));
    }
  }

  private static void normalize(Map<String, Object> values) {
    if (values.get("company_type") instanceof String type) {
      if (!type.equals("company") && !type.equals("person")) {
        throw OdooError.value("Wrong value for res.partner.company_type: '" + type + "'");
      }
      values.putIfAbsent("is_company", type.equals("company"));
    }
    values.remove("company_type");
    if (values.get("website") instanceof String website && !website.isEmpty()) {
      values.put("website", website.contains("://") ? website : "http://" + website);
    }
  }

  private static void requireNoUser(Env env, int id) {
    Model users = env.superuser().model("res.users");
    boolean used =
        users.table().referencing("partner_id", id).stream()
            .anyMatch(user -> users.flag(user, "active"));
    if (used) {
      throw OdooError.validation(
          env.has(Fact.ARCHIVE_REFUSAL_NAMES_USERS)
              ? "You cannot archive contacts linked to an active user.\n"
                  + "Ask an administrator to archive their associated user first.\n\n"
                  + "Linked active users :\n"
                  + partners(env).text(id, "name")
              : "You cannot archive a contact linked to an internal user.");
    }
  }

  @Override
  public void created(Env env, int id, Map<String, Object> values) {
    derive(env, id);
    deriveCompany(env, id);
    PartnerTree tree = new PartnerTree(env);
    if (Python.isTrue(env.contextValue(Env.LOADING))) {
      tree.loaded(id, values);
    } else {
      tree.created(id, values);
    }
  }

  /** Releases before 19 look at all that was given. */
  @Override
  public void updated(Env env, int id, Map<String, Object> values, Set<String> changed) {
    Map<String, Object> seen = new LinkedHashMap<>(values);
    if (env.has(Fact.TREE_SEES_CHANGES_ONLY)) {
      seen.keySet().retainAll(changed);
    }
    if (!seen.isEmpty()) {
      requireNoLoop(partners(env), id);
      new PartnerTree(env).written(id, seen);
    }
  }

  @Override
  public void written(Env env, List<Integer> ids, Map<String, Object> values) {
    if (values.containsKey("vat") || values.containsKey("parent_id")) {
      ids.forEach(id -> deriveCompany(env, id));
    }
    if (values.containsKey("email") || values.containsKey("phone")) {
      ids.forEach(id -> derive(env, id));
    }
    for (int id : ids) {
      if (values.containsKey("email") || values.containsKey("phone")) {
        LeadPartner.follow(env, id, values);
      }
      if (values.containsKey("name")) {
        Moves.followPartner(env, id);
      }
    }
  }

  static void derive(Env env, int id) {
    Model partners = env.superuser().model("res.partner");
    partners.store(id, "email_normalized", Emails.normalized(env, partners.stored(id, "email")));
    partners.store(id, "phone_sanitized", Phones.sanitized(env, partners.stored(id, "phone")));
  }

  private static void deriveCompany(Env env, int id) {
    if (env.has(Fact.COMPANY_DERIVED)) {
      Model partners = env.superuser().model("res.partner");
      boolean alone = partners.one(id, "parent_id").isEmpty();
      partners.store(id, COMPANY, alone && !Vats.isVoid(partners.stored(id, "vat")));
    }
  }

  @Override
  public void check(Env env, int id) {
    Model partners = partners(env);
    boolean contact = "contact".equals(partners.stored(id, "type"));
    if (contact && Boolean.FALSE.equals(partners.stored(id, "name"))) {
      throw nameless(env);
    }
    requireNoLoop(partners, id);
  }

  private static OdooError nameless(Env env) {
    String text = "Contacts require a name";
    String message = "The operation cannot be completed: " + text;
    return OdooError.constraint(
        env.has(Fact.CONSTRAINTS_IN_WORDS) ? message : "res_partner_check_name",
        env.has(Fact.LOAD_QUOTES_CONSTRAINTS) ? "'" + text + "'" : text);
  }

  private static void requireNoLoop(Model partners, int id) {
    Set<Integer> seen = new HashSet<>();
    Optional<Integer> next = Optional.of(id);
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        throw OdooError.validation("You cannot create recursive Partner hierarchies.");
      }
      next = partners.one(next.get(), "parent_id");
    }
  }

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    for (int id : ids) {
      requireNoUser(env, id);
      Moves.requireUnused(env, id);
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    return switch (field) {
      case "company_type" ->
          Optional.of(partners(env).flag(id, "is_company") ? "company" : "person");
      case "partner_share" -> Optional.of(isShared(env, id));
      case "commercial_partner_id" -> Optional.of(commercial(partners(env), id));
      case "complete_name" -> Optional.of(name(env, id));
      case "country_code" -> partners(env).one(id, "country_id").map(country -> code(env, country));
      default -> Identifiers.read(partners(env), id, field);
    };
  }

  private static Object code(Env env, int country) {
    return env.model("res.country").get(country, "code");
  }

  /** Whether nobody who works in this Odoo is behind a partner. */
  private static boolean isShared(Env env, int id) {
    Model users = env.superuser().model("res.users");
    return users.table().referencing("partner_id", id).stream()
        .noneMatch(user -> users.flag(user, "active") && !users.flag(user, "share"));
  }

  static int commercial(Model partners, int id) {
    Optional<Integer> parent = partners.one(id, "parent_id");
    boolean own = !partners.env().has(Fact.COMPANY_DERIVED) && partners.flag(id, COMPANY);
    return own || parent.isEmpty() ? id : commercial(partners, parent.get());
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    return List.of(
        "|",
        "|",
        "|",
        List.of("display_name", operator, name),
        List.of("email", operator, name),
        List.of("ref", operator, name),
        List.of("vat", operator, name));
  }

  @Override
  public Optional<String> displayName(Env env, int id) {
    return Optional.of(name(env, id));
  }

  private static String name(Env env, int id) {
    Model partners = partners(env);
    String own = partners.text(id, "name");
    Optional<Integer> parent = partners.one(id, "parent_id");
    String company =
        parent.map(above -> partners.text(above, "name")).orElse(partners.text(id, "company_name"));
    return company.isEmpty() || partners.flag(id, "is_company") ? own : company + ", " + own;
  }
}
