package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customers that a batch of records names: their partners, or why there is none.
 *
 * @param partners database ids
 * @param reasons why a customer has no partner
 * @param planned customers that are not in Odoo, but planned to be created; only when planning
 */
public record Customers(
    Map<LocalKey, Long> partners, Map<LocalKey, String> reasons, Set<LocalKey> planned) {

  /** For records that have no customers. */
  public static final Customers NONE = new Customers(Map.of(), Map.of());

  /** Customers that are in Odoo, or not. */
  public Customers(Map<LocalKey, Long> partners, Map<LocalKey, String> reasons) {
    this(partners, reasons, Set.of());
  }

  /** Copies the collections. */
  public Customers {
    partners = Map.copyOf(partners);
    reasons = Map.copyOf(reasons);
    planned = Set.copyOf(planned);
  }

  /** The value of a field that points to a customer; nothing without one. */
  public FieldValue reference(@Nullable LocalKey customer) {
    return customer == null
        ? FieldValue.nothing()
        : new FieldValue.LocalReference(customer, partners.get(customer));
  }

  public boolean isBlocked(LocalKey customer) {
    return !partners.containsKey(customer) && !planned.contains(customer);
  }

  public Mapping.Blocked blocked(LocalKey customer) {
    String reason = reasons.getOrDefault(customer, "it is not known to the contact source");
    return new Mapping.Blocked("waits for its customer " + customer + ": " + reason);
  }
}
