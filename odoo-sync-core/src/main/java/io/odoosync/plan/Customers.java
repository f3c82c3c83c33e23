package io.odoosync.plan;

import io.odoosync.LocalKey;
import java.util.Map;

/** The customers that a batch of records names: their partners, or why there is none. */
public record Customers(Map<LocalKey, Long> partners, Map<LocalKey, String> reasons) {

  /** For records that have no customers. */
  public static final Customers NONE = new Customers(Map.of(), Map.of());

  /** Copies both maps. */
  public Customers {
    partners = Map.copyOf(partners);
    reasons = Map.copyOf(reasons);
  }

  boolean isBlocked(LocalKey customer) {
    return !partners.containsKey(customer);
  }

  Mapping.Blocked blocked(LocalKey customer) {
    String reason = reasons.getOrDefault(customer, "it is not known to the contact source");
    return new Mapping.Blocked("waits for its customer " + customer + ": " + reason);
  }
}
