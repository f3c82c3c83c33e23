package io.odoosync.conflict;

import io.odoosync.EntityType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A conflict policy that says for each field who decides. Immutable. Fields that nobody was named
 * for are left to a person, unless {@link #otherwise} names another policy.
 */
public final class FieldOwners implements ConflictPolicy {

  private final Map<String, ConflictPolicy> policies;
  private final ConflictPolicy otherwise;

  private FieldOwners(Map<String, ConflictPolicy> policies, ConflictPolicy otherwise) {
    this.policies = policies;
    this.otherwise = otherwise;
  }

  static FieldOwners of(Map<String, ConflictPolicy> policies) {
    Map<String, ConflictPolicy> copy = new LinkedHashMap<>(policies);
    copy.forEach((field, policy) -> Objects.requireNonNull(policy, field));
    return new FieldOwners(copy, ConflictPolicy.manual());
  }

  /**
   * Gives fields to Odoo.
   *
   * @param fields technical names in Odoo; one that was named before has its new owner
   * @return the extended policy
   */
  public FieldOwners ownedByOdoo(String... fields) {
    return with(ConflictPolicy.odooWins(), fields);
  }

  /**
   * Gives fields to the host.
   *
   * @param fields technical names in Odoo; one that was named before has its new owner
   * @return the extended policy
   */
  public FieldOwners ownedByHost(String... fields) {
    return with(ConflictPolicy.localWins(), fields);
  }

  private FieldOwners with(ConflictPolicy policy, String... fields) {
    Map<String, ConflictPolicy> extended = new LinkedHashMap<>(policies);
    for (String field : fields) {
      extended.put(field, policy);
    }
    return new FieldOwners(extended, otherwise);
  }

  /**
   * Says who decides about all other fields.
   *
   * @param policy their policy
   * @return the extended policy
   */
  public FieldOwners otherwise(ConflictPolicy policy) {
    return new FieldOwners(policies, policy);
  }

  @Override
  public Resolution resolve(Conflict conflict) {
    return policy(conflict.field()).resolve(conflict);
  }

  @Override
  public boolean pulls(EntityType type, String field) {
    return policy(field).pulls(type, field);
  }

  private ConflictPolicy policy(String field) {
    return policies.getOrDefault(field, otherwise);
  }

  /** Those of this policy, and those that the policies in it name. */
  @Override
  public Set<String> namedFields() {
    Set<String> names = new TreeSet<>(policies.keySet());
    policies.values().forEach(policy -> names.addAll(policy.namedFields()));
    names.addAll(otherwise.namedFields());
    return names;
  }

  @Override
  public String name() {
    return "owner per field";
  }
}
