package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What partners share in the tree of companies and contacts, as if one field were another's: the
 * address of a company and its contacts, the commercial fields of a company and all below it. Older
 * releases only write it down the tree, 19 also up.
 */
final class PartnerTree {
  private static final List<String> ADDRESS =
      List.of("street", "street2", "zip", "city", "state_id", "country_id");

  private final Env env;
  private final Model partners;

  PartnerTree(Env env) {
    this.env = env;
    this.partners = env.superuser().model("res.partner");
  }

  /** After a partner was created by {@code create}. */
  void created(int id, Map<String, Object> values) {
    written(id, values);
    if (env.has(Fact.FIRST_CONTACT_FILLS_COMPANY)) {
      firstContact(id);
    }
  }

  /** After a partner was created by {@code load}, which takes care of many at once. */
  void loaded(int id, Map<String, Object> values) {
    Map<String, Object> shared = new LinkedHashMap<>();
    Optional<Integer> parent = partners.one(id, "parent_id");
    if (parent.isPresent() && entity(id) != id) {
      shared.putAll(of(entity(id), commercialFields()));
    }
    if (parent.isPresent() && isContact(id)) {
      shared.putAll(filled(of(parent.get(), ADDRESS)));
    }
    if (!shared.isEmpty()) {
      partners.write(List.of(id), shared);
    }
    toChildren(id, values);
    firstContact(id);
  }

  /**
   * After a partner was written.
   *
   * @param values what was given; on 19 only what it has changed
   */
  void written(int id, Map<String, Object> values) {
    boolean moved = Python.isTrue(values.getOrDefault("parent_id", false));
    Optional<Integer> parent = partners.one(id, "parent_id");
    if (moved) {
      keepOwnAddress(id);
      commercialFromEntity(id);
    }
    if (parent.isPresent() && isContact(id) && (moved || "contact".equals(values.get("type")))) {
      addressFrom(parent.get(), id);
    }
    if (env.has(Fact.CONTACTS_WRITE_PARENT) && parent.isPresent()) {
      addressTo(parent.get(), id, values);
      commercialTo(parent.get(), id, values);
    }
    toChildren(id, values);
  }

  /** Since 20 an address that is not the parent's is kept, as that of another kind of contact. */
  private void keepOwnAddress(int id) {
    Map<String, Object> own = of(id, ADDRESS);
    Map<String, Object> parents = of(partners.one(id, "parent_id").orElse(0), ADDRESS);
    boolean both = !filled(own).isEmpty() && !filled(parents).isEmpty();
    if (env.has(Fact.OWN_ADDRESS_MAKES_OTHER) && isContact(id) && both && !own.equals(parents)) {
      partners.store(id, "type", "other");
    }
  }

  private void commercialFromEntity(int id) {
    int entity = entity(id);
    if (entity != id) {
      Map<String, Object> values = of(entity, commercialFields());
      Map<String, Object> taken = env.has(Fact.TREE_TAKES_FILLED_FIELDS) ? filled(values) : values;
      if (!taken.isEmpty()) {
        partners.write(List.of(id), taken);
        commercialToDescendants(id, taken);
      }
    }
  }

  private void addressFrom(int parent, int id) {
    Map<String, Object> address = of(parent, ADDRESS);
    if (!filled(address).isEmpty()) {
      put(id, address);
    }
  }

  private void addressTo(int parent, int id, Map<String, Object> values) {
    Map<String, Object> own = of(id, ADDRESS);
    if (isContact(id)
        && !filled(own).isEmpty()
        && touches(values, ADDRESS)
        && !own.equals(of(parent, ADDRESS))) {
      partners.write(List.of(parent), own);
    }
  }

  private void commercialTo(int parent, int id, Map<String, Object> values) {
    List<String> fields = synced();
    Map<String, Object> own = of(id, fields);
    if (entity(id) != id
        && !filled(own).isEmpty()
        && touches(values, fields)
        && !own.equals(of(parent, fields))) {
      partners.write(List.of(parent), filled(own));
    }
  }

  private static boolean touches(Map<String, Object> values, Collection<String> fields) {
    return values.containsKey("parent_id") || fields.stream().anyMatch(values::containsKey);
  }

  private void toChildren(int id, Map<String, Object> values) {
    Map<String, Object> commercial = new LinkedHashMap<>(values);
    commercial.keySet().retainAll(commercialFields());
    if (!commercial.isEmpty() && entity(id) == id) {
      boolean all = env.has(Fact.TREE_HANDS_ON_ALL);
      Collection<String> fields = all ? commercialFields() : commercial.keySet();
      commercialToDescendants(id, of(id, fields));
    }
    Map<String, Object> address = new LinkedHashMap<>(values);
    address.keySet().retainAll(ADDRESS);
    if (!address.isEmpty()) {
      children(id).stream().filter(this::isContact).forEach(child -> put(child, address));
    }
  }

  private void commercialToDescendants(int id, Map<String, Object> values) {
    for (int child : children(id)) {
      if (!partners.flag(child, "is_company")) {
        commercialToDescendants(child, values);
        partners.write(List.of(child), values);
      }
    }
  }

  /** The address of a company's first contact is taken for the company's, if that has none. */
  private void firstContact(int id) {
    Optional<Integer> parent = partners.one(id, "parent_id");
    Map<String, Object> own = of(id, ADDRESS);
    if (parent.isPresent() && !filled(own).isEmpty() && takesFromFirst(parent.get())) {
      put(parent.get(), own);
    }
  }

  private boolean takesFromFirst(int company) {
    boolean top =
        partners.flag(company, "is_company") || partners.one(company, "parent_id").isEmpty();
    return top && children(company).size() == 1 && filled(of(company, ADDRESS)).isEmpty();
  }

  private List<Integer> children(int id) {
    return partners.table().referencing("parent_id", id).stream()
        .filter(child -> partners.flag(child, "active"))
        .toList();
  }

  private boolean isContact(int id) {
    return "contact".equals(partners.stored(id, "type"));
  }

  private int entity(int id) {
    return Partners.commercial(partners, id);
  }

  private Map<String, Object> of(int id, Collection<String> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field, partners.stored(id, field)));
    return values;
  }

  private static Map<String, Object> filled(Map<String, Object> values) {
    Map<String, Object> filled = new LinkedHashMap<>(values);
    filled.values().removeIf(value -> !Python.isTrue(value));
    return filled;
  }

  /** Stores without what else a write does. */
  private void put(int id, Map<String, Object> values) {
    values.forEach((field, value) -> partners.store(id, field, value));
    partners.touch(id);
  }

  private List<String> synced() {
    return known(List.of("vat", Identifiers.FIELD, "specific_property_product_pricelist"));
  }

  private List<String> commercialFields() {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "vat",
                Identifiers.FIELD,
                "credit_limit",
                "property_account_payable_id",
                "property_account_receivable_id",
                "property_account_position_id",
                "property_payment_term_id",
                "property_supplier_payment_term_id"));
    fields.addAll(
        env.has(Fact.TREE_HANDS_ON_ALL)
            ? List.of("debit_limit", "property_product_pricelist")
            : List.of("company_registry", "industry_id", "specific_property_product_pricelist"));
    return known(fields);
  }

  private List<String> known(List<String> fields) {
    Set<String> all = partners.schema().fields().keySet();
    return fields.stream().filter(all::contains).toList();
  }
}
